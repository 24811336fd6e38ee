import { parseDocument } from 'yaml';
import { isJsonObject, type JsonObject } from './record-fields.ts';

export type FrontMatter =
  | {
      readonly fields: JsonObject;
      /** The text after the front matter. */
      readonly body: string;
      /** 1-based line on which `body` starts. */
      readonly bodyLine: number;
      readonly notes: readonly string[];
    }
  | { readonly line: number; readonly message: string };

/** In characters; front matter is a dozen lines. */
const MAX_FRONT_MATTER = 50_000;

const OPENING = /^\s{0,100}?(?<mark>---|\+\+\+)[ \t]{0,100}\n/;

/** Splits the YAML between `---` lines off the text. A text without it is all body. */
export function splitFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  const mark = opening?.groups?.['mark'];
  if (opening === null || mark === undefined)
    return { fields: {}, body: text, bodyLine: 1, notes: [] };
  const start = opening[0].length;
  const closing = new RegExp(
    `^(?:${mark === '---' ? '---|\\.\\.\\.' : '\\+\\+\\+'})[ \\t]{0,100}$`,
    'm',
  ).exec(text.slice(start, start + MAX_FRONT_MATTER));
  // A text may begin with a line across the page.
  if (closing === null) return { fields: {}, body: text, bodyLine: 1, notes: [] };
  const source = text.slice(start, start + closing.index);
  const end = start + closing.index + closing[0].length;
  const rest = { body: text.slice(end), bodyLine: text.slice(0, end).split('\n').length };
  if (mark === '+++')
    return {
      fields: {},
      ...rest,
      notes: ['the front matter was left out: it is TOML, only YAML is read'],
    };
  return { ...parseYaml(source, text.slice(0, start).split('\n').length), ...rest };
}

function parseYaml(
  source: string,
  firstLine: number,
): { fields: JsonObject; notes: readonly string[] } | { line: number; message: string } {
  try {
    // The core schema leaves dates as the texts they are.
    const document = parseDocument(source, { schema: 'core', prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = firstLine + source.slice(0, error.pos[0]).split('\n').length - 1;
      return {
        line,
        message: `the front matter is not valid YAML: ${error.message.slice(0, 200)}`,
      };
    }
    const fields: unknown = document.toJS({ maxAliasCount: 50 });
    if (fields === null) return { fields: {}, notes: [] };
    if (isJsonObject(fields)) return { fields, notes: [] };
    return { line: firstLine, message: 'the front matter is not a list of "name: value" lines' };
  } catch (error) {
    // Bombs of aliases and absurd nesting end here.
    return {
      line: firstLine,
      message: `the front matter cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : ''}`,
    };
  }
}
