import type { DraftParagraph, ParagraphKind } from '../article.ts';
import { cleanText } from '../clean-text.ts';
import { readHtmlFragment } from './html.ts';
import { readParagraphs } from './plain-text.ts';
import { EMPTY_SKETCH, type Sketch } from './sketch.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The documented fields of a record (JSON, JSON Lines, front matter) and the other names they have in the wild, the
 * documented one first. Upper and lower case, `_`, `-` and `:` make no difference: `publishedAt` is `published_at`.
 * What is not at the top is looked for under `metadata`.
 */
const FIELDS = {
  headline: ['headline', 'title'],
  standfirst: ['standfirst', 'description', 'subtitle', 'subheadline', 'dek', 'abstract'],
  publishedAt: [
    'publishedAt',
    'published',
    'date',
    'datePublished',
    'publishedDate',
    'publicationDate',
    'pubDate',
    'publishDate',
    'publishedOn',
    'createdAt',
    'timestamp',
  ],
  section: ['section', 'category', 'articleSection', 'categories'],
  byline: ['byline', 'author', 'authors', 'creator'],
  source: ['source', 'publisher', 'siteName', 'outlet', 'publication'],
  url: ['url', 'link', 'canonicalUrl', 'permalink', 'webUrl', 'uri'],
  externalId: ['externalId', 'id', '_id', 'guid', 'docId', '@id'],
  language: ['language', 'lang', 'inLanguage', 'locale'],
  photoCaption: ['photoCaption', 'caption', 'imageCaption'],
  paragraphs: ['paragraphs'],
  text: [
    'text',
    'body',
    'content',
    'articleBody',
    'bodyText',
    'fullText',
    'contentHtml',
    'html',
    'article',
  ],
} as const;

type FieldName = keyof typeof FIELDS;

/** A record by simplified field name, its `metadata` below it. */
export type Fields = ReadonlyMap<string, unknown>;

export function fieldsOf(record: JsonObject): Fields {
  const metadata = record['metadata'];
  const entries = [
    ...(isJsonObject(metadata) ? Object.entries(metadata) : []),
    ...Object.entries(record),
  ];
  return new Map(
    entries
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => [simplify(name), value]),
  );
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[_\-: ]/g, '');
}

const SIMPLIFIED: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(FIELDS).map(([field, names]) => [field, names.map(simplify)]),
);

/** The value under the first of the field's names that has one; null where none has. */
function valueOf(fields: Fields, field: FieldName): unknown {
  const name = SIMPLIFIED.get(field)?.find((alias) => fields.has(alias));
  return name === undefined ? null : fields.get(name);
}

/** Has the record a field for an article's text? */
export function hasText(fields: Fields): boolean {
  return valueOf(fields, 'text') !== null || valueOf(fields, 'paragraphs') !== null;
}

/** Everything but the text. */
export function readMetadata(fields: Fields): Sketch {
  const text = (field: FieldName): string | null => asText(valueOf(fields, field));
  const date = readTimestamp(valueOf(fields, 'publishedAt'));
  const byline = text('byline');
  return {
    ...EMPTY_SKETCH,
    headline: text('headline'),
    publishedAt: date.text,
    section: text('section'),
    byline: byline?.replace(/^by:? /i, '') ?? null,
    source: text('source'),
    url: text('url'),
    externalId: text('externalId'),
    language: text('language'),
    photoCaption: text('photoCaption'),
    notes: date.notes,
  };
}

/** The standfirst of a record as the paragraph it is, unless the text begins with it anyway. */
export function withStandfirst(
  fields: Fields,
  paragraphs: readonly DraftParagraph[],
): readonly DraftParagraph[] {
  const standfirst = cleanText(asText(valueOf(fields, 'standfirst')) ?? '');
  const [first] = paragraphs;
  if (standfirst === '' || first === undefined || first.kind === 'standfirst') return paragraphs;
  const beginning = standfirst.replace(/(?:\.{3}|…)$/, '');
  if (!cleanText(first.text).startsWith(beginning))
    return [{ kind: 'standfirst', text: standfirst }, ...paragraphs];
  return paragraphs;
}

/** The text of a record: `paragraphs`, or a text, or HTML in a text field. */
export function readBody(fields: Fields): readonly DraftParagraph[] {
  const paragraphs = valueOf(fields, 'paragraphs');
  if (Array.isArray(paragraphs)) return paragraphs.flatMap(readParagraph);
  const body = valueOf(fields, 'text');
  if (Array.isArray(body)) return body.flatMap(readParagraph);
  const text = asText(body) ?? '';
  // A body in HTML starts with a block, or has one right after its first words.
  const html = /<(?:p|div|br|h[1-6]|ul|ol|blockquote|figure|article|section)\b[^<>]{0,500}>/i.test(
    text.slice(0, 5_000),
  );
  return (html ? readHtmlFragment(text) : null) ?? readParagraphs(text);
}

const KINDS: readonly ParagraphKind[] = ['standfirst', 'text', 'subheading', 'quotation'];

function readParagraph(value: unknown): readonly DraftParagraph[] {
  const text = asText(value);
  if (text === null) return [];
  const kind = isJsonObject(value) ? KINDS.find((known) => known === value['kind']) : undefined;
  return kind === undefined ? readParagraphs(text) : [{ kind, text }];
}

/** A text, a number, the text within `{name}`, `{rendered}` and their like, or the texts of a list. */
function asText(value: unknown): string | null {
  if (Array.isArray(value)) {
    const texts = value
      .slice(0, MAX_LIST)
      .flatMap((item) => (Array.isArray(item) ? [] : (asText(item) ?? [])));
    return texts.length === 0 ? null : texts.join(', ');
  }
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!isJsonObject(value)) return null;
  const inner = WRAPPERS.map((name) => value[name]).find((text) => typeof text === 'string');
  return typeof inner === 'string' ? inner : null;
}

/** How content systems wrap a text: people, WordPress, typed literals, MongoDB. */
const WRAPPERS = ['name', 'text', 'rendered', '@value', '$oid', '$date', 'title'];

/** Authors and categories come in lists; more than this is no byline. */
const MAX_LIST = 20;

/** Seconds up to the year 5138 have fewer digits than milliseconds since 1973. */
const FIRST_MILLISECONDS = 1e11;

/** Dates come as texts, and as seconds or milliseconds since 1970. */
function readTimestamp(value: unknown): {
  readonly text: string | null;
  readonly notes: readonly string[];
} {
  // Years and days in digits (2024, 20240210) are texts without their quotation marks.
  if (typeof value !== 'number' || value < 1e8) return { text: asText(value), notes: [] };
  const seconds = value < FIRST_MILLISECONDS;
  const date = new Date(seconds ? value * 1000 : value);
  if (Number.isNaN(date.getTime())) return { text: String(value), notes: [] };
  const text = date.toISOString();
  return {
    text,
    notes: [
      `the date ${value} was read as ${seconds ? 'seconds' : 'milliseconds'} since 1970: ${text}`,
    ],
  };
}
