import type { ArticleDraft } from '../article.ts';
import { MAX_ARTICLE_CHARACTERS } from '../draft.ts';
import { decodeText } from './decode.ts';
import { detectFormat, type Format } from './detect.ts';
import { readHtml } from './html.ts';
import { readJson, readJsonLines } from './json.ts';
import { readMarkdown } from './markdown.ts';
import { readNewsText } from './news-text.ts';
import { readPlainText } from './plain-text.ts';
import { MAX_PROBLEMS, type ReadInput, type Reading, refuse, tooLong } from './reading.ts';
import { finishSketch, type Sketch } from './sketch.ts';

/** 5 MB: the longest newspaper pages have about 2 MB, most of it scripts. */
const DEFAULT_MAX_BYTES = 5_000_000;

/** Of one article as text or Markdown; the longest wrapped at 60 characters has 33,000. */
const MAX_LINES = 100_000;

export type { ReadInput } from './reading.ts';

interface ReadDraft {
  readonly draft: ArticleDraft;
  /** 1-based line of the input where the article starts. */
  readonly line: number;
}

export interface ReadProblem {
  /** `ReadInput.name`. */
  readonly file: string;
  /** 1-based, or null where the whole input is meant. */
  readonly line: number | null;
  readonly message: string;
}

export interface ReadResult {
  readonly drafts: readonly ReadDraft[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads the articles of one input of any format and encoding. Never throws for bad input: what cannot be read is a
 * problem with its line, and does not spoil what can. Works without a pause: some 20 ms for a common page, seconds for
 * the worst within the limits, so a program that must answer meanwhile runs it in a worker.
 */
export function readArticles(bytes: Uint8Array, input: ReadInput): ReadResult {
  const { sketches, problems } = readSketches(bytes, input);
  const finished = sketches.map((sketch) => ({
    line: sketch.line,
    ...finishSketch(sketch, input.defaults ?? {}, input.today),
  }));
  const refused = finished.flatMap((one) => ('draft' in one ? [] : [one]));
  return {
    drafts: finished.flatMap((one) => ('draft' in one ? [one] : [])),
    problems: listProblems([...problems, ...refused], input.name),
  };
}

function readSketches(bytes: Uint8Array, input: ReadInput): Reading {
  const maxBytes = input.maxBytes ?? DEFAULT_MAX_BYTES;
  if (bytes.byteLength > maxBytes) {
    return refuse(`the input has ${bytes.byteLength} bytes, at most ${maxBytes} are read`);
  }
  const decoded = decodeText(bytes, input.mediaType ?? null);
  if ('problem' in decoded) return refuse(decoded.problem);
  const format = detectFormat(input.name, input.mediaType ?? null, decoded.text);
  if (format === null)
    return refuse('XML and feeds are not read: give the articles as HTML, text or JSON');
  const { sketches, problems } = readFormat(format, decoded.text, input.url ?? null);
  // A collection has one address for all its articles, which would make each a revision of the one before.
  const isArticle = format !== 'json-lines' && sketches.length === 1 && problems.length === 0;
  return {
    problems,
    sketches: sketches.map((sketch) => ({
      ...sketch,
      url: sketch.url ?? (isArticle ? (input.url ?? null) : null),
      notes: [...decoded.notes, ...sketch.notes],
    })),
  };
}

function readFormat(format: Format, text: string, url: string | null): Reading {
  switch (format) {
    case 'news-text':
      return readText(text, readNewsText);
    case 'plain-text':
      return readText(text, readPlainText);
    case 'markdown':
      return refuseHuge(text) ?? readMarkdown(text);
    case 'html':
      return readHtml(text, url);
    case 'json':
      return readJson(text);
    case 'json-lines':
      return readJsonLines(text);
  }
}

function readText(text: string, read: (text: string) => Sketch): Reading {
  return refuseHuge(text) ?? { sketches: [read(text)], problems: [] };
}

/** In these formats the input is the article, so one that is too long need not be taken apart first. */
function refuseHuge(text: string): Reading | null {
  if (text.length > MAX_ARTICLE_CHARACTERS) return refuse(tooLong(text.length));
  const lines = text.match(/[\n\r]/g)?.length ?? 0;
  return lines > MAX_LINES
    ? refuse(`the text has ${lines} lines, at most ${MAX_LINES} are read`)
    : null;
}

function listProblems(problems: Reading['problems'], file: string): readonly ReadProblem[] {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const listed = sorted
    .slice(0, MAX_PROBLEMS)
    .map(({ line, message }) => ({ file, line, message }));
  const rest = sorted.length - listed.length;
  return rest === 0
    ? listed
    : [...listed, { file, line: null, message: `and ${rest} more problems` }];
}
