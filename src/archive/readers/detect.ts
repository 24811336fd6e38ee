import { looksLikeNewsText } from './news-text.ts';

export type Format = 'news-text' | 'plain-text' | 'markdown' | 'html' | 'json' | 'json-lines';

const BY_EXTENSION: Readonly<Record<string, Format | 'text'>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  json: 'json',
  jsonl: 'json-lines',
  ndjson: 'json-lines',
  txt: 'text',
  text: 'text',
};

const BY_MEDIA_TYPE: Readonly<Record<string, Format | 'text'>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/jsonl': 'json-lines',
  'application/x-ndjson': 'json-lines',
  'application/x-jsonlines': 'json-lines',
  'text/plain': 'text',
};

/** The format by the name's extension, else by the media type, else by the content. Null for XML that is no HTML. */
export function detectFormat(name: string, mediaType: string | null, text: string): Format | null {
  // A page saved or served under a text name is still a page.
  if (STARTS_AS_HTML.test(text.slice(0, SNIFFED_CHARACTERS))) return 'html';
  const extension = /\.(?<extension>[a-z]{1,8})$/i.exec(name)?.groups?.['extension'] ?? '';
  const type = (mediaType ?? '').split(';', 1)[0] ?? '';
  const known =
    BY_EXTENSION[extension.toLowerCase()] ??
    BY_MEDIA_TYPE[type.trim().toLowerCase()] ??
    sniff(text);
  return known === 'text' ? textFormat(text) : known;
}

const SNIFFED_CHARACTERS = 10_000;

const STARTS_AS_HTML =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype html|html|head|body)\b/i;

function sniff(text: string): Format | 'text' | null {
  const start = text.slice(0, SNIFFED_CHARACTERS).trimStart();
  if (/^<\?xml|^<(?:rss|feed)\b/i.test(start)) return null;
  if (/^<(?:article|main|section|div|p|h1|meta|title)\b/i.test(start)) return 'html';
  if (start.startsWith('{') || start.startsWith('[')) return sniffJson(text);
  if (/^(?:---\s*\n|# \S)/.test(start)) return 'markdown';
  return 'text';
}

function sniffJson(text: string): Format | 'text' {
  if (isJson(text)) return 'json';
  const [first = ''] = text.trimStart().split('\n', 1);
  return isJson(first) ? 'json-lines' : 'text';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function textFormat(text: string): Format {
  return looksLikeNewsText(text) ? 'news-text' : 'plain-text';
}
