import { MessageFlags } from 'discord.js';
import { expect } from 'vitest';
import type { MessageReply } from '../../../src/discord/reply.ts';
import { validateMessage } from '../../../src/playground/validate/validate.ts';

interface Node {
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly unknown[];
}

/** Every component of a message, nested ones included. */
function componentsOf(reply: MessageReply): Node[] {
  const walk = (nodes: readonly unknown[]): Node[] =>
    nodes.filter(isNode).flatMap((node) => [node, ...walk(node.components ?? [])]);
  return walk(reply.components);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The texts of a message in order. */
export function textsOf(reply: MessageReply): string[] {
  return componentsOf(reply).flatMap(({ content }) => (content === undefined ? [] : [content]));
}

/** Custom ids of a message in order. */
export function customIdsOf(reply: MessageReply): string[] {
  return componentsOf(reply).flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
}

/** Would Discord take it as a new message? */
export function expectAccepted({ components }: MessageReply): void {
  const body = { components, flags: MessageFlags.IsComponentsV2 };
  expect(validateMessage(body, 'create')).toEqual([]);
}
