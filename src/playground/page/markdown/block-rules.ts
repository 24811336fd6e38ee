import { listLines, splitItems } from './list-lines.ts';
import { isAtLineStart, OWN_LINES, rule, type Match, type Rule } from './rule.ts';

/** Deeper ones Discord shows as text. */
const DEEPEST_LIST = 11;

const QUOTE = /^ *>>> ([^]*)|^ *> [^\n]*(?:\n *> [^\n]*)*\n?/;
const QUOTE_MARKS = /^ *>>> |^ *> ?/gm;
const HEADING = /^(#{1,3}) +([^\n]*[^\s])[^\S\n]*(?:\n|$)/;
const SUBTEXT = /^-# +([^\n]*[^\s])[^\S\n]*(?:\n|$)/;
const LANGUAGE = /^([a-z0-9_+\-.#]+)\n+(?=[^\n])/i;
const FENCE = '```';

/** Rules that take whole lines, and code blocks, which may begin anywhere. */
export const blockRules: Readonly<Record<string, Rule>> = {
  quote: rule(
    0,
    (source, state, before) =>
      state['isInQuote'] !== true && isAtLineStart(state, before) ? QUOTE.exec(source) : null,
    ([whole = '', rest], within) => {
      const text = rest ?? whole.replace(QUOTE_MARKS, '').replace(/\n$/, '');
      return { type: 'quote', children: within(text, { ...OWN_LINES, isInQuote: true }) };
    },
  ),
  codeBlock: rule(1, matchCodeBlock, ([, language = '', text = '']) => ({
    type: 'codeBlock',
    language,
    text,
  })),
  heading: rule(2, onLineStart(HEADING), ([, marks = '', text = ''], within) => ({
    type: 'heading',
    level: marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3,
    children: within(text, { ...OWN_LINES, isOneLine: true }),
  })),
  subtext: rule(2, onLineStart(SUBTEXT), ([, text = ''], within) => ({
    type: 'subtext',
    children: within(text, { ...OWN_LINES, isOneLine: true }),
  })),
  list: rule(
    3,
    (source, state, before) => {
      if (!isAtLineStart(state, before) || depthOf(state) >= DEEPEST_LIST) return null;
      const lines = listLines(source);
      return lines === null ? null : [lines];
    },
    ([lines = ''], within, state) => {
      const { start, items } = splitItems(lines);
      const changes = { ...OWN_LINES, listDepth: depthOf(state) + 1 };
      return { type: 'list', list: { start, items: items.map((item) => within(item, changes)) } };
    },
  ),
};

function onLineStart(pattern: RegExp): Match {
  return (source, state, before) => (isAtLineStart(state, before) ? pattern.exec(source) : null);
}

function depthOf(state: Readonly<Record<string, unknown>>): number {
  return typeof state['listDepth'] === 'number' ? state['listDepth'] : 0;
}

/** Captures language and text, and a line break after it. By hand, since a pattern tries many ways to divide blank lines. */
function matchCodeBlock(source: string): string[] | null {
  if (!source.startsWith(FENCE)) return null;
  const end = source.indexOf(FENCE, FENCE.length + 1);
  if (end < 0) return null;
  const inside = source.slice(FENCE.length, end);
  const language = LANGUAGE.exec(inside);
  const text = trimLines(inside.slice(language?.[0].length ?? 0));
  if (text === '') return null;
  const after = source.charAt(end + FENCE.length) === '\n' ? '\n' : '';
  return [source.slice(0, end + FENCE.length) + after, language?.[1] ?? '', text];
}

/** Without line breaks at both ends. */
function trimLines(text: string): string {
  let from = 0;
  let to = text.length;
  while (text.charAt(from) === '\n') from += 1;
  while (to > from && text.charAt(to - 1) === '\n') to -= 1;
  return text.slice(from, to);
}
