import { elementLines, lineAt } from './json-positions.ts';
import { MAX_PROBLEMS, type Reading } from './reading.ts';
import {
  fieldsOf,
  hasText,
  isJsonObject,
  type JsonObject,
  readBody,
  readMetadata,
  withStandfirst,
} from './record-fields.ts';
import { shorten, type Sketch } from './sketch.ts';

type Outcome =
  { readonly sketch: Sketch } | { readonly line: number | null; readonly message: string };

/**
 * A JSON document: one record, an array of records, or an object with such an array under one of `CONTAINERS`. A file
 * of several JSON objects, one a line, is read as JSON Lines.
 */
export function readJson(text: string): Reading {
  const parsed = parseJson(text);
  if ('error' in parsed) {
    const lines = text.trimStart().split('\n', 2);
    const firstLine = parseJson(lines[0] ?? '');
    if (lines.length > 1 && 'value' in firstLine && isJsonObject(firstLine.value))
      return readJsonLines(text);
    return collect([{ line: errorLine(text, parsed.error), message: notJson(parsed.error) }]);
  }
  const { value } = parsed;
  if (Array.isArray(value)) return readList(value, elementLines(text, null));
  if (!isJsonObject(value)) return collect([readRecord(value, 1)]);
  const container = containerOf(value);
  if (container === null) return collect([readRecord(value, lineAt(text, text.search(/\S/)))]);
  return readList(container.list, elementLines(text, container.name));
}

/** JSON Lines: one record a line. A bad line is a problem and does not spoil the others. */
export function readJsonLines(text: string): Reading {
  const outcomes: Outcome[] = [];
  let bad = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const outcome = readLine(line, index + 1);
    outcomes.push(outcome);
    if (!('sketch' in outcome)) bad += 1;
    // A file that is mostly no JSON is something else; half a million error messages help nobody.
    if (bad >= MAX_PROBLEMS && bad > outcomes.length / 2) {
      const message = 'most lines are no JSON: the rest of the file was not read';
      return collect([...outcomes, { line: index + 2, message }]);
    }
  }
  return collect(outcomes.length === 0 ? [{ line: null, message: 'no text found' }] : outcomes);
}

function readLine(line: string, number: number): Outcome {
  const parsed = parseJson(line);
  return 'error' in parsed
    ? { line: number, message: notJson(parsed.error) }
    : readRecord(parsed.value, number);
}

/** Names of the list of records in exports and answers of programming interfaces. */
const CONTAINERS = [
  'articles',
  'data',
  'items',
  'results',
  'documents',
  'docs',
  'posts',
  'entries',
  'records',
  '@graph',
];

function containerOf(
  value: JsonObject,
): { readonly name: string; readonly list: readonly unknown[] } | null {
  if (hasText(fieldsOf(value))) return null;
  for (const name of CONTAINERS) {
    const list = value[name];
    if (Array.isArray(list)) return { name, list };
  }
  return null;
}

function readList(list: readonly unknown[], lines: readonly number[]): Reading {
  if (list.length === 0) return collect([{ line: null, message: 'the list of articles is empty' }]);
  return collect(list.map((value, index) => readRecord(value, lines[index] ?? 1)));
}

function readRecord(value: unknown, line: number): Outcome {
  if (!isJsonObject(value)) {
    return {
      line,
      message: `expected an object with the fields of an article, found ${nameOf(value)}`,
    };
  }
  const fields = fieldsOf(value);
  if (!hasText(fields)) {
    const names = Object.keys(value).slice(0, 8).map(shorten).join(', ');
    return {
      line,
      message: `no text found: expected a field "text" or "paragraphs" among ${names === '' ? 'none' : names}`,
    };
  }
  return {
    sketch: { ...readMetadata(fields), line, paragraphs: withStandfirst(fields, readBody(fields)) },
  };
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function parseJson(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'unknown reason' };
  }
}

function notJson(error: string): string {
  return `this is not valid JSON: ${shorten(error)}`;
}

/** Some messages of the JavaScript engine name the position, some do not. */
function errorLine(text: string, error: string): number | null {
  const position = /at position (?<position>\d{1,10})/.exec(error)?.groups?.['position'];
  return position === undefined ? null : lineAt(text, Number(position));
}

function collect(outcomes: readonly Outcome[]): Reading {
  return {
    sketches: outcomes.flatMap((outcome) => ('sketch' in outcome ? [outcome.sketch] : [])),
    problems: outcomes.flatMap((outcome) => ('sketch' in outcome ? [] : [outcome])),
  };
}
