import { maskedLink } from './masked-link.ts';
import type { MarkdownNode, Wrapping } from './nodes.ts';
import { knownRule, pattern, rule, type Make, type Match, type Rule } from './rule.ts';
import { timestampStyle, isShowable } from './timestamp-text.ts';
import { webAddress } from './web-address.ts';

/** Letters and digits, up to where an address or a digit's emoji may begin. */
const TEXT = /^[^](?:(?!https?:\/\/|\d\uFE0F?\u20E3|\u2139)[\p{L}\p{N} ])*/u;
const SPOILER = /^\|\|([^]+?)\|\|/;
const STRIKE = /^~~([^]+?)~~(?!_)/;
const BRACKETED = /^<(https?:\/\/[^\s<>]+)>/;
const ADDRESS = /^https?:\/\/[^\s<]*[^\s<.,:;"'\]]/;

/** Rules for what stands within a line. */
export const inlineRules: Readonly<Record<string, Rule>> = {
  spoiler: rule(0, pattern(SPOILER), wrap('spoiler')),
  escape: knownRule('escape', 4, ([, character = '']) => textNode(character)),
  bracketed: rule(5, matchBracketed, ([, href = '']) => addressNode(href)),
  address: rule(5, matchAddress, ([href = '']) => addressNode(href)),
  link: rule(5, matchLink, ([, text = '', href = ''], within) => ({
    type: 'link',
    href,
    children: within(text, { isInLink: true }),
  })),
  // The longest of the three wins, so they share their order.
  em: knownRule('em', 6, ([, underscored, starred], within, state) => {
    const children = within(starred ?? underscored ?? '', { isInEm: true });
    return state['isInEm'] === true ? children : { type: 'em', children };
  }),
  strong: knownRule('strong', 6, wrap('strong')),
  underline: knownRule('underline', 6, wrap('underline')),
  strike: rule(7, pattern(STRIKE), wrap('strike')),
  code: rule(8, matchCode, ([, text = '']) => ({ type: 'code', text })),
  user: knownRule('user', 9, ([, id = '']) => ({ type: 'user', id })),
  role: knownRule('role', 9, ([, id = '']) => ({ type: 'role', id })),
  channel: knownRule('channel', 9, ([, id = '']) => ({ type: 'channel', id })),
  everyone: knownRule('everyone', 9, ([text = '']) => ({ type: 'everyone', text })),
  here: knownRule('here', 9, ([text = '']) => ({ type: 'everyone', text })),
  command: knownRule('slashCommand', 9, ([, name = '']) => ({ type: 'command', name })),
  customEmoji: knownRule('emoji', 9, ([, , name = '']) => ({ type: 'customEmoji', name })),
  timestamp: knownRule('timestamp', 9, ([whole = '', seconds, style]) =>
    isShowable(Number(seconds))
      ? { type: 'timestamp', seconds: Number(seconds), style: timestampStyle(style) }
      : textNode(whole),
  ),
  emoji: knownRule('twemoji', 9, ([text = '']) => ({ type: 'emoji', text })),
  emoticon: knownRule('emoticon', 9, ([text = '']) => textNode(text)),
  // By itself, so that the next rule is told that a line begins.
  lineBreak: rule(9, pattern(/^\n/), () => textNode('\n')),
  text: rule(10, pattern(TEXT), ([text = '']) => textNode(text)),
};

function wrap(type: Wrapping): Make {
  return ([, text = ''], within) => ({ type, children: within(text) });
}

function textNode(text: string): MarkdownNode {
  return { type: 'text', text };
}

function addressNode(href: string): MarkdownNode {
  return { type: 'link', href, children: [textNode(href)] };
}

function matchBracketed(source: string, state: Parameters<Match>[1]): string[] | null {
  const [whole, address = ''] = BRACKETED.exec(source) ?? [];
  return whole === undefined || state['isInLink'] === true || webAddress(address) === null
    ? null
    : [whole, address];
}

/** A bare address, up to punctuation that belongs to the sentence. */
function matchAddress(source: string, state: Parameters<Match>[1]): string[] | null {
  if (state['isInLink'] === true) return null;
  const found = ADDRESS.exec(source)?.[0];
  if (found === undefined) return null;
  const address = withoutLoneParentheses(found);
  return webAddress(address) === null ? null : [address];
}

/** `address` without those at its end that close nothing in it. */
function withoutLoneParentheses(address: string): string {
  let lone = address.split(')').length - address.split('(').length;
  let end = address.length;
  for (; lone > 0 && address.charAt(end - 1) === ')'; lone -= 1) end -= 1;
  return address.slice(0, end);
}

function matchLink(source: string, state: Parameters<Match>[1]): string[] | null {
  const link = state['isInLink'] === true ? null : maskedLink(source);
  return link === null ? null : [link.whole, link.text, link.href];
}

/** Code between as many backticks as it begins with. By hand: a pattern would try each number of them. */
function matchCode(source: string): string[] | null {
  const fence = /^`+/.exec(source)?.[0];
  if (fence === undefined) return null;
  let end = fence.length;
  for (;;) {
    const at = source.indexOf(fence, end);
    if (at < 0) return null;
    for (end = at; source.charAt(end) === '`';) end += 1;
    if (end - at === fence.length) {
      const text = source.slice(fence.length, at);
      return [source.slice(0, end), text.replace(/^ (?= *`)|(?<=` *) $/g, '')];
    }
  }
}
