import { rules } from 'discord-markdown-parser';
import type { MarkdownNode } from './nodes.ts';

export type Rule = (typeof rules)[string];
export type State = Parameters<Rule['match']>[1];
export type Match = Rule['match'];
type Capture = readonly string[];
type Parse = Parameters<Rule['parse']>[1];

/** What a rule makes of what it has matched. `within` parses a part of it. */
export type Make = (
  capture: Capture,
  within: (text: string, changes?: State) => MarkdownNode[],
  state: State,
) => MarkdownNode | MarkdownNode[];

/** Nested text is not at the beginning of a line, whatever stands before. */
const INLINE: State = { prevCapture: ['*'] };
/** Nested text begins like a message of its own. */
export const OWN_LINES: State = { prevCapture: null };

/** @param order rules of lower order go first, at every place of the text. */
export function rule(order: number, match: Match, make: Make): Rule {
  return {
    order,
    match,
    parse: (capture, parse, state) => make(capture, nested(parse, state), state),
  };
}

/** A rule of the parser for Discord, with our node for what it matches. */
export function knownRule(name: string, order: number, make: Make): Rule {
  const known = rules[name];
  if (known === undefined) throw new Error(`the parser has no rule ${name}`);
  const { quality } = known;
  return { ...rule(order, known.match, make), ...(quality === undefined ? {} : { quality }) };
}

/** @param pattern begins with `^`. */
export function pattern(pattern: RegExp): Match {
  return (source) => pattern.exec(source);
}

/** Does a line begin here, so that blocks are possible? @param before what the previous rule took. */
export function isAtLineStart(state: State, before: string): boolean {
  return state['isOneLine'] !== true && (before === '' || before.endsWith('\n'));
}

function nested(parse: Parse, state: State): Parameters<Make>[1] {
  return (text, changes = INLINE) =>
    // All rules are ours, and make such nodes.
    parse(text, { ...state, ...changes }) as unknown as MarkdownNode[];
}
