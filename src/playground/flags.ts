import type { APIMessage } from 'discord-api-types/v10';

export function hasFlag(flags: number | null | undefined, flag: number): boolean {
  return ((flags ?? 0) & flag) !== 0;
}

/** The message with these bits as its flags; the type of flags has no member for combinations. */
export function withFlags(message: APIMessage, flags: number): APIMessage {
  return Object.assign({ ...message }, { flags });
}
