import { ComponentType, type APIMessage } from 'discord-api-types/v10';
import { walk, type Node } from '../messages/component-tree.ts';
import { chooseFrom } from './modal-form.ts';
import { RefusedError } from './refused-error.ts';
import type { Resolved } from './resolved.ts';

/** What a click or a choice sends. */
export interface ComponentData {
  readonly custom_id: string;
  readonly component_type: ComponentType;
  readonly id: unknown;
  readonly values?: readonly string[];
  readonly resolved?: object;
}

interface UsableButton {
  readonly custom_id: string;
  readonly id: number;
}

/**
 * The button that has `which` among its names.
 * @throws {RefusedError} when there is none, or it cannot be clicked.
 */
export function findButton(
  message: APIMessage,
  which: string,
  namesOf: (button: Node) => readonly string[],
): UsableButton {
  const buttons = [...walk(message.components ?? [])].filter(
    ({ type }) => type === ComponentType.Button,
  );
  const button = buttons.find((node) => namesOf(node).includes(which));
  if (button === undefined) {
    const names = buttons.map((node) => namesOf(node)[0] ?? '?');
    throw new RefusedError(`There is no button ${which} among: ${names.join(', ')}.`);
  }
  if (button['disabled'] === true) throw new RefusedError(`The button ${which} is disabled.`);
  const customId = button['custom_id'];
  if (typeof customId !== 'string') throw new RefusedError(`The button ${which} is a link.`);
  return { custom_id: customId, id: Number(button['id']) };
}

/** What a person may call a button: its label, its emoji, its custom id. */
export function allNamesOf(button: Node): string[] {
  const emoji = button['emoji'] as { readonly name?: string } | undefined;
  return [button['label'], emoji?.name, ...customIdOf(button)].filter(
    (name) => typeof name === 'string',
  );
}

/** What a client clicks by; none for a link. */
export function customIdOf({ custom_id: id }: Node): string[] {
  return typeof id === 'string' ? [id] : [];
}

const SELECTS: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** @throws {RefusedError} when the message has no such select, or it is disabled. */
export function findSelect(message: APIMessage, customId: string): Node {
  const select = [...walk(message.components ?? [])].find(
    (node) => SELECTS.includes(node.type) && node['custom_id'] === customId,
  );
  if (select === undefined) throw new RefusedError(`There is no select ${customId}.`);
  if (select['disabled'] === true) throw new RefusedError(`The select ${customId} is disabled.`);
  return select;
}

export function selectData(
  select: Node,
  values: readonly string[],
  resolved: Resolved,
): ComponentData {
  const least = Number(select['min_values'] ?? 1);
  const most = Number(select['max_values'] ?? 1);
  if (values.length < least || values.length > most) {
    throw new RefusedError(`This select takes ${least} to ${most} values, not ${values.length}.`);
  }
  for (const value of values) chooseFrom(select, value, resolved);
  return {
    custom_id: String(select['custom_id']),
    component_type: select.type,
    id: select['id'],
    values,
    ...resolved.field,
  };
}
