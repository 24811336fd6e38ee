import { parse } from 'discord-markdown-parser';
import { z } from 'zod';

/** A node as the parser gives it. */
export interface MarkdownNode {
  readonly type: string;
  /** The characters of a text or an emoji; empty for others. */
  readonly text: string;
  readonly children: readonly MarkdownNode[];
  readonly target: string | null;
}

const rawNode = z.object({
  type: z.string(),
  content: z.union([z.string(), z.array(z.unknown())]).optional(),
  name: z.string().optional(),
  target: z.string().optional(),
});

/** Parses a message the way Discord's clients do, masked links included. */
export function parseMarkdown(markdown: string): MarkdownNode[] {
  return parse(markdown, 'extended').map(nodeOf);
}

function nodeOf(raw: unknown): MarkdownNode {
  const { type, content, name, target } = rawNode.parse(raw);
  return {
    type,
    text: typeof content === 'string' ? content : (name ?? ''),
    children: Array.isArray(content) ? content.map(nodeOf) : [],
    target: target ?? null,
  };
}

/** What a reader sees of the nodes: characters alone. */
export function visibleText(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => (node.type === 'br' ? '\n' : node.text + visibleText(node.children)))
    .join('');
}

/**
 * Every kind of markup, at any depth, sorted. Text is none, and neither are emoji: they are drawn as pictures, and the
 * parser gives them a kind of their own with their characters as the name.
 */
export function markupOf(nodes: readonly MarkdownNode[]): string[] {
  const kinds = nodes.flatMap((node) => [node.type, ...markupOf(node.children)]);
  return [...new Set(kinds)].filter((kind) => !PLAIN.includes(kind)).sort();
}

const PLAIN = ['text', 'twemoji', 'br'];

/** Nodes of one kind, at any depth, in order. */
export function nodesOf(nodes: readonly MarkdownNode[], type: string): MarkdownNode[] {
  return nodes.flatMap((node) => [
    ...(node.type === type ? [node] : []),
    ...nodesOf(node.children, type),
  ]);
}
