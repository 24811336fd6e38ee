import type { TimestampStyle } from './timestamp-text.ts';

/** A piece of a text in Discord's dialect. */
export type MarkdownNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: Wrapping; readonly children: readonly MarkdownNode[] }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3;
      readonly children: readonly MarkdownNode[];
    }
  | { readonly type: 'list'; readonly list: MarkdownList }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'codeBlock'; readonly language: string; readonly text: string }
  /** `href` is an address of the web. */
  | {
      readonly type: 'link';
      readonly href: string;
      readonly children: readonly MarkdownNode[];
    }
  | { readonly type: 'timestamp'; readonly seconds: number; readonly style: TimestampStyle }
  | { readonly type: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'everyone'; readonly text: string }
  /** `name` with its subcommand, such as `archive list`. */
  | { readonly type: 'command'; readonly name: string }
  | { readonly type: 'emoji'; readonly text: string }
  | { readonly type: 'customEmoji'; readonly name: string };

/** What changes how the text in it looks, and nothing else. */
export type Wrapping = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';

export interface MarkdownList {
  /** Of a numbered list, the number of its first item. */
  readonly start: number | null;
  readonly items: readonly (readonly MarkdownNode[])[];
}

/** Most emoji that are drawn big when a message has nothing else. */
const MOST_BIG_EMOJI = 30;

/** Is it a message of a few emoji and nothing else, which Discord draws bigger? */
export function isOnlyEmoji(nodes: readonly MarkdownNode[]): boolean {
  const emoji = nodes.filter(({ type }) => type === 'emoji' || type === 'customEmoji');
  const rest = nodes.filter((node) => !emoji.includes(node));
  const isBlank = rest.every((node) => node.type === 'text' && node.text.trim() === '');
  return isBlank && emoji.length > 0 && emoji.length <= MOST_BIG_EMOJI;
}
