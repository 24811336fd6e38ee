import { SimpleMarkdown } from 'discord-markdown-parser';
import { blockRules } from './block-rules.ts';
import { inlineRules } from './inline-rules.ts';
import type { MarkdownNode } from './nodes.ts';

/** `all`: also headings, quotes, lists. `inline`: what stands within a line, as in titles of embeds. */
export type MarkdownScope = 'all' | 'inline';

const parsers = {
  all: SimpleMarkdown.parserFor({ ...blockRules, ...inlineRules }),
  inline: SimpleMarkdown.parserFor(inlineRules),
};

/** What Discord makes of a text. All that is no markup comes out as it is. */
export function parseMarkdown(text: string, scope: MarkdownScope = 'all'): readonly MarkdownNode[] {
  // All rules are ours, and make such nodes.
  return joinTexts(parsers[scope](text, { inline: true }) as unknown as MarkdownNode[]);
}

/** The parser gives a text of its own for every punctuation mark. */
function joinTexts(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const joined: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', text: last.text + node.text };
    } else joined.push(withJoined(node));
  }
  return joined;
}

function withJoined(node: MarkdownNode): MarkdownNode {
  if (node.type === 'list') {
    return { ...node, list: { ...node.list, items: node.list.items.map(joinTexts) } };
  }
  return 'children' in node ? { ...node, children: joinTexts(node.children) } : node;
}
