import { createHash } from 'node:crypto';
import type { Article, Paragraph, ParagraphKind } from '../article.ts';
import { textIn, type Row } from './row.ts';

/** An article's words as they are stored. */
export interface ArticleText {
  readonly canonical: string;
  /** One array of kind, start and end per paragraph, as JSON. */
  readonly paragraphs: string;
  /** SHA-256 (hex) over the two. */
  readonly hash: string;
}

export function encodeText(canonical: string, paragraphs: readonly Paragraph[]): ArticleText {
  const encoded = JSON.stringify(paragraphs.map(({ kind, start, end }) => [kind, start, end]));
  return { canonical, paragraphs: encoded, hash: hashOf(canonical, encoded) };
}

export type DecodedText = Pick<Article, 'canonical' | 'paragraphs'>;

/** The text in a row; null when it is not, character by character, what was stored. */
export function decodeText(row: Row): DecodedText | null {
  const canonical = textIn(row, 'canonical');
  const encoded = textIn(row, 'paragraphs');
  if (hashOf(canonical, encoded) !== textIn(row, 'hash')) return null;
  const paragraphs: unknown = JSON.parse(encoded);
  if (!Array.isArray(paragraphs)) throw new Error('Expected a list of paragraphs.');
  return { canonical, paragraphs: paragraphs.map(paragraphOf) };
}

const KINDS: readonly ParagraphKind[] = ['standfirst', 'text', 'subheading', 'quotation'];

function paragraphOf(value: unknown): Paragraph {
  const fields: unknown[] = Array.isArray(value) ? value : [];
  const [name, start, end] = fields;
  const kind = KINDS.find((each) => each === name);
  if (kind === undefined || typeof start !== 'number' || typeof end !== 'number') {
    throw new Error(`Expected a paragraph's kind, start and end, found ${JSON.stringify(value)}.`);
  }
  return { kind, start, end };
}

function hashOf(canonical: string, paragraphs: string): string {
  return createHash('sha256').update(canonical).update('\n').update(paragraphs).digest('hex');
}
