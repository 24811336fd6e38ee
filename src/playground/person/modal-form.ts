import { ComponentType, type APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { walk, type Node } from '../messages/component-tree.ts';
import type { UploadedFile } from './person.ts';
import { RefusedError } from './refused-error.ts';
import type { Resolved } from './resolved.ts';

export type FormValue = string | readonly string[] | readonly UploadedFile[];
export type FormValues = Readonly<Record<string, FormValue>>;

/** Characters of a text input without a limit of its own. */
const TEXT_INPUT_LENGTH = 4_000;

/** What text inputs are filled with when the modal opens, by custom id. */
export function prefilledValues(
  modal: APIModalInteractionResponseCallbackData,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const node of walk(modal.components)) {
    const id = node['custom_id'];
    if (node.type !== ComponentType.TextInput || typeof id !== 'string') continue;
    values[id] = typeof node['value'] === 'string' ? node['value'] : '';
  }
  return values;
}

/**
 * The components of a submitted modal as Discord sends them.
 * @throws {RefusedError} for what the client would not send.
 */
export function fillIn(
  modal: APIModalInteractionResponseCallbackData,
  values: FormValues,
  resolved: Resolved,
): object[] {
  const known = [...walk(modal.components)].map((node) => node['custom_id']);
  const unknown = Object.keys(values).find((id) => !known.includes(id));
  if (unknown !== undefined) throw new RefusedError(`The modal has no input ${unknown}.`);
  let last = 0;
  const fill = (node: Node): object => {
    last += 1;
    const { type } = node;
    const id = typeof node['id'] === 'number' ? node['id'] : last;
    if (Array.isArray(node['components'])) {
      return { type, id, components: (node['components'] as Node[]).map(fill) };
    }
    if (type === ComponentType.Label)
      return { type, id, component: fill(node['component'] as Node) };
    if (type === ComponentType.TextDisplay) return { type, id };
    return { type, id, custom_id: node['custom_id'], ...answer(node, values, resolved) };
  };
  // Top-level components of a modal are nodes like those inside them.
  return (modal.components as unknown as Node[]).map(fill);
}

function answer(node: Node, values: FormValues, resolved: Resolved): object {
  const customId = String(node['custom_id']);
  const given = values[customId];
  if (node.type === ComponentType.TextInput) return { value: text(node, customId, given) };
  const chosen = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  checkCount(node, customId, chosen.length);
  return { values: chosen.map((value) => choose(node, customId, value, resolved)) };
}

function text(node: Node, customId: string, given: FormValue | undefined): string {
  const prefilled = typeof node['value'] === 'string' ? node['value'] : '';
  const value = given ?? prefilled;
  if (typeof value !== 'string') throw new RefusedError(`The input ${customId} takes a text.`);
  if (value === '') {
    if (node['required'] !== false) throw new RefusedError(`The input ${customId} is required.`);
    return value;
  }
  const least = number(node['min_length'], 0);
  const most = number(node['max_length'], TEXT_INPUT_LENGTH);
  if (value.length < least || value.length > most) {
    throw new RefusedError(`The input ${customId} takes ${least} to ${most} characters.`);
  }
  return value;
}

function checkCount(node: Node, customId: string, count: number): void {
  if (count === 0 && node['required'] === false) return;
  const least = number(node['min_values'], 1);
  const most = number(node['max_values'], 1);
  if (count >= least && count <= most) return;
  throw new RefusedError(`The input ${customId} takes ${least} to ${most} values, not ${count}.`);
}

function choose(
  node: Node,
  customId: string,
  value: string | UploadedFile,
  resolved: Resolved,
): string {
  if (node.type === ComponentType.FileUpload) {
    if (typeof value === 'string') throw new RefusedError(`The input ${customId} takes files.`);
    return resolved.addFile(value).id;
  }
  if (typeof value !== 'string') throw new RefusedError(`The input ${customId} takes no files.`);
  chooseFrom(node, value, resolved);
  return value;
}

/** @throws {RefusedError} when the select, radio group or the like does not offer the value. */
export function chooseFrom(node: Node, value: string, resolved: Resolved): void {
  if (!offers(node, value, resolved)) {
    throw new RefusedError(`The select ${String(node['custom_id'])} does not offer ${value}.`);
  }
}

function offers(node: Node, value: string, resolved: Resolved): boolean {
  if (node.type === ComponentType.UserSelect) return resolved.addUser(value);
  if (node.type === ComponentType.RoleSelect) return resolved.addRole(value);
  if (node.type === ComponentType.ChannelSelect) return resolved.addChannel(value) !== null;
  if (node.type === ComponentType.MentionableSelect) {
    return resolved.addUser(value) || resolved.addRole(value);
  }
  return optionsOf(node).some((option) => option.value === value);
}

function optionsOf(node: Node): readonly { readonly value: string }[] {
  return Array.isArray(node['options']) ? (node['options'] as { value: string }[]) : [];
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
