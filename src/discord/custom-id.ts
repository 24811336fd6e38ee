import { CUSTOM_ID_LENGTH } from './limits.ts';

/** `more:k3j5…:2`: an action and its arguments. Arguments are ids and numbers, never texts. */
export function customId(action: string, ...args: readonly (string | number)[]): string {
  const id = [action, ...args].join(':');
  if (args.some((arg) => String(arg).includes(':'))) {
    throw new Error(`Expected arguments without colons, found ${id}.`);
  }
  if (id.length > CUSTOM_ID_LENGTH) {
    throw new Error(`Expected a custom id of at most ${CUSTOM_ID_LENGTH} characters, found ${id}.`);
  }
  return id;
}

export function parseCustomId(id: string): { readonly action: string; readonly args: string[] } {
  const [action = '', ...args] = id.split(':');
  return { action, args };
}
