import { hasWords } from '../../archive/clean-text.ts';
import type { IngestInput } from '../../guild/guild-archive.ts';
import { startWithin } from '../markdown/cut.ts';

/** What of a message becomes an article. */
export interface MessageSource {
  /** As its writer sees it, mentions in words. */
  readonly content: string;
  readonly author: string;
  /** The guild's name. */
  readonly publisher: string | null;
  readonly sentAt: Date;
  readonly url: string;
}

/** A first line longer than this is no headline. */
const HEADLINE_LINE = 150;
const HEADLINE_LENGTH = 100;
/** Beside links and files, a shorter text is a remark about them. */
const REMARK_LENGTH = 200;

const LINK = /https?:\/\/[^\s<>"'`|]+/gi;
const MAX_LINKS = 5;
/** Pages of Discord's own cannot be read without an account. */
const NOT_READ = /^https?:\/\/(?:\w+\.)?(?:discord(?:app)?\.com|discord\.gg)\//i;

/** The web addresses in a message, at most 5, each once. */
export function linksOf(content: string): readonly string[] {
  const links = [...content.matchAll(LINK)]
    .map(([link]) => link.replace(/[.,;:!?*_~)\]]+$/, ''))
    .filter((link) => !NOT_READ.test(link));
  return [...new Set(links)].slice(0, MAX_LINKS);
}

/**
 * The message's text as an input; null when it has no words besides its links, or is a remark about what comes with it.
 * @param accompanied links or files come from the same message.
 */
export function messageInput(message: MessageSource, accompanied: boolean): IngestInput | null {
  const content = withoutDiscordMarks(message.content);
  const words = content.replace(LINK, ' ').trim();
  if (!hasWords(words)) return null;
  const isArticle = words.length > REMARK_LENGTH || /\n\s*\n/.test(words);
  if (accompanied && !isArticle) return null;
  const { headline, body } = splitHeadline(content);
  const fields = {
    headline,
    publishedAt: message.sentAt.toISOString(),
    byline: message.author,
    source: message.publisher ?? '',
    url: message.url,
  };
  // Front matter is YAML, and a text in JSON's quotation marks is one in YAML's.
  const matter = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return {
    name: MESSAGE_NAME,
    bytes: Buffer.from(`---\n${matter.join('\n')}\n---\n\n${body}\n`),
    url: message.url,
  };
}

/** A message is Markdown. */
const MESSAGE_NAME = 'message.md';

/** The first line where it looks like a headline, else the start of the text, which then stays whole. */
function splitHeadline(content: string): { readonly headline: string; readonly body: string } {
  const trimmed = content.trim();
  const [first = '', ...others] = trimmed.split('\n');
  const line = plain(first);
  const rest = others.join('\n').trim();
  if (hasWords(line) && line.length <= HEADLINE_LINE && hasWords(rest.replace(LINK, ''))) {
    return { headline: line, body: rest };
  }
  const whole = plain(trimmed);
  const sentence = /^.{10,}?[.!?…](?=\s|$)/su.exec(whole)?.[0] ?? whole;
  const start = startWithin(sentence, HEADLINE_LENGTH, (part) => part.length);
  return { headline: start === sentence ? sentence : `${start} …`, body: trimmed };
}

/** Without the marks of headings, quotes, bold and code, on one line. */
function plain(text: string): string {
  return text
    .replace(/^(?:#{1,3}|>{1,3}|-#|[-*])\s+/gm, '')
    .replace(/\*\*|__|~~|\|\||`+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Custom emoji as their names; what is left of mentions and timestamps says nothing outside of Discord. */
function withoutDiscordMarks(content: string): string {
  return content
    .replace(/<a?(:\w{2,32}:)\d{17,20}>/g, '$1')
    .replace(/<(?:[@#][!&]?|t:)[\d:a-zA-Z-]+>/g, '');
}
