import { readFile } from 'node:fs/promises';
import type { ArticleDraft } from '../../../src/archive/article.ts';
import {
  type ReadInput,
  type ReadResult,
  readArticles,
} from '../../../src/archive/readers/read.ts';

const FIXTURES = new URL('../../fixtures/articles/', import.meta.url);

export async function readFixture(
  name: string,
  input: Partial<ReadInput> = {},
): Promise<ReadResult> {
  return readArticles(await readFile(new URL(name, FIXTURES)), { name, ...input });
}

export function readText(
  text: string,
  name = 'article.txt',
  input: Partial<ReadInput> = {},
): ReadResult {
  return readArticles(new TextEncoder().encode(text), { name, ...input });
}

/** The one draft of a result that has nothing else. */
export function onlyDraft({ drafts, problems }: ReadResult): ArticleDraft {
  const [first] = drafts;
  if (first === undefined || drafts.length !== 1 || problems.length > 0) {
    throw new Error(`expected one draft, found ${JSON.stringify({ drafts, problems })}`);
  }
  return first.draft;
}

/** Kind and text of each paragraph on a line. */
export function outline({ paragraphs }: ArticleDraft): readonly string[] {
  return paragraphs.map(({ kind, text }) => `${kind}: ${text}`);
}
