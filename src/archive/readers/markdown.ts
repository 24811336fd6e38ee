import { Lexer, type Token } from 'marked';
import type { DraftParagraph, ParagraphKind } from '../article.ts';
import { cleanText } from '../clean-text.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readHtmlFragment } from './html.ts';
import { liftHeaderLines } from './lifted-lines.ts';
import { plainText } from './markdown-inline.ts';
import { isQuotation } from './paragraph-kinds.ts';
import type { Reading } from './reading.ts';
import { fieldsOf, readMetadata, withStandfirst } from './record-fields.ts';
import type { Sketch } from './sketch.ts';

/** Markdown with YAML front matter (fields as in JSON records) or without. The first heading is the headline if none is named. */
export function readMarkdown(text: string): Reading {
  const matter = splitFrontMatter(text.replace(/\r\n?/g, '\n'));
  if ('message' in matter) return { sketches: [], problems: [matter] };
  try {
    const sketch = readDocument(fieldsOf(matter.fields), readBlocks(matter.body), matter.notes);
    return { sketches: [sketch], problems: [] };
  } catch (error) {
    // The lexer is not ours and recurses; a document it fails on is a bad document.
    const message = `the Markdown could not be parsed: ${error instanceof Error ? error.message : 'unknown reason'}`;
    return { sketches: [], problems: [{ line: matter.bodyLine, message }] };
  }
}

function readDocument(
  fields: ReturnType<typeof fieldsOf>,
  blocks: readonly DraftParagraph[],
  notes: readonly string[],
): Sketch {
  const metadata = readMetadata(fields);
  const { headline, rest } = takeHeadline(metadata.headline, blocks);
  const lifted = liftHeaderLines(rest);
  return {
    ...metadata,
    headline,
    byline: metadata.byline ?? lifted.byline,
    publishedAt: metadata.publishedAt ?? lifted.date,
    photoCaption: metadata.photoCaption ?? lifted.caption,
    paragraphs: withStandfirst(fields, lifted.paragraphs),
    notes: [...notes, ...metadata.notes],
  };
}

function takeHeadline(
  named: string | null,
  blocks: readonly DraftParagraph[],
): { readonly headline: string | null; readonly rest: readonly DraftParagraph[] } {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'subheading') return { headline: named, rest: blocks };
  if (named === null) return { headline: first.text, rest };
  return { headline: named, rest: cleanText(named) === first.text ? rest : blocks };
}

function readBlocks(body: string): readonly DraftParagraph[] {
  const lexer = new Lexer({ gfm: true });
  const tokens = lexer.blockTokens(limitNesting(body), []);
  return tokens.flatMap((token) => readBlock(token, 'text', lexer));
}

/** More levels of list and quotation than any text has; the lexer's time and stack grow with them. */
const MAX_NESTING = 20;

/** Cuts marks and indentation beyond that off the starts of lines; the words stay. */
function limitNesting(body: string): string {
  const deep = new RegExp(`^(?<kept>(?:[ \\t]|[>*+-]){${MAX_NESTING * 2}})[ \\t>*+-]+`, 'gm');
  return body.replace(deep, '$<kept>');
}

function readBlock(token: Token, outer: ParagraphKind, lexer: Lexer): readonly DraftParagraph[] {
  switch (token.type) {
    case 'heading':
      return paragraph('subheading', plainText(text(token), lexer));
    case 'paragraph':
    case 'text':
      return paragraph(outer, plainText(withoutCheckbox(text(token)), lexer));
    case 'code':
      return paragraph(outer, text(token));
    case 'blockquote':
      return children(token).flatMap((child) => readBlock(child, 'quotation', lexer));
    case 'table':
      return readTable(token, outer, lexer);
    case 'html':
      return readHtmlFragment(text(token)) ?? [];
    default:
      // A list and its items; space, lines across the page, link definitions and checkboxes have no words.
      return children(token).flatMap((child) => readBlock(child, outer, lexer));
  }
}

function paragraph(kind: ParagraphKind, raw: string): readonly DraftParagraph[] {
  const clean = cleanText(raw);
  if (clean === '') return [];
  return [{ kind: kind === 'text' && isQuotation(clean) ? 'quotation' : kind, text: clean }];
}

function withoutCheckbox(item: string): string {
  return item.replace(/^\[[ xX]\] /, '');
}

/** A row is a paragraph, as a line of a table is read. */
function readTable(token: Token, kind: ParagraphKind, lexer: Lexer): readonly DraftParagraph[] {
  if (token.type !== 'table') return [];
  const { header, rows } = token as { header: readonly Cell[]; rows: readonly (readonly Cell[])[] };
  return [header, ...rows].flatMap((row) =>
    paragraph(kind, row.map((cell) => plainText(cell.text, lexer)).join(' ')),
  );
}

interface Cell {
  readonly text: string;
}

/** The union of tokens ends in an open type, so fields are looked up and checked. */
function text(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

function children(token: Token): readonly Token[] {
  const nested: unknown =
    token.type === 'list'
      ? (token as { items?: unknown }).items
      : (token as { tokens?: unknown }).tokens;
  return Array.isArray(nested) ? (nested as readonly Token[]) : [];
}
