import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { canonicalText } from '../../src/archive/canonical.ts';
import { openDatabase } from '../../src/archive/database/database.ts';
import type { Archive } from '../../src/open-archive.ts';
import { readManifest } from '../../src/search/manifest.ts';
import { inArchive } from '../app/archive-session.ts';
import { madeUpArticle, nameIn, numberOf, storyOf } from '../app/made-up-articles.ts';

const SCOPES = ['shared'];

/** Ids of articles that were acknowledged, by number. */
export type Acknowledged = ReadonlyMap<number, string>;

/**
 * What must hold after any death of the process: nothing that was acknowledged is lost, nothing is there twice or half,
 * and one start puts everything in order.
 * @param searched numbers of the articles that are looked for by their names; the others are only read.
 */
export async function expectWholeArchive(
  folder: string,
  acknowledged: Acknowledged,
  searched: Iterable<number>,
): Promise<void> {
  await inArchive(folder, async ({ archive }) => {
    const current = expectWholeArticles(archive, acknowledged);
    await expectSameCounts(archive);
    for (const number of searched) await expectFound(archive, number, current);
  });
  await expectNothingLeftOpen(folder);
  const { messages, articles } = await inArchive(folder, (session) => ({
    messages: [...session.messages],
    articles: session.archive.library.list({ scopes: SCOPES, limit: 1 }).total,
  }));
  expect(messages).toEqual([]);
  expect(articles).toBeGreaterThanOrEqual(new Set([...acknowledged.keys()].map(storyOf)).size);
}

/** @returns the id of each story in force, by the number of its version. */
function expectWholeArticles(
  { library }: Archive,
  acknowledged: Acknowledged,
): ReadonlyMap<number, string> {
  const { total, articles } = library.list({ scopes: SCOPES, limit: 1_000_000 });
  expect(articles).toHaveLength(total);
  const current = new Map<number, string>();
  for (const { id, headline } of articles) {
    const article = library.get(id, SCOPES);
    const number = numberOf(headline.replace('News from ', ''));
    const sent = madeUpArticle(number);
    expect(article?.canonical).toBe(canonicalText(sent.paragraphs).canonical);
    expect(article).toMatchObject({ url: sent.url, publishedAt: sent.publishedAt });
    current.set(number, id);
  }
  const stories = new Map(Array.from(current.keys(), (number) => [storyOf(number), number]));
  // No article is there twice, and no story in two versions.
  expect(stories.size).toBe(total);
  for (const [number, id] of acknowledged) {
    const inForce = stories.get(storyOf(number)) ?? -1;
    // A later version may have been stored without having been acknowledged.
    expect(inForce).toBeGreaterThanOrEqual(number);
    expect(current.get(inForce)).toBe(id);
  }
  return current;
}

async function expectSameCounts({ library, vectors, lexical }: Archive): Promise<void> {
  const { passages } = library.stats(SCOPES);
  expect(passagesOf(await vectors.status())).toBe(passages);
  expect(passagesOf(lexical.status())).toBe(passages);
}

/** By its name, every passage of it and no other; one that is not in force is not found at all. */
async function expectFound(
  { library, retrieve }: Archive,
  number: number,
  current: ReadonlyMap<number, string>,
): Promise<void> {
  const id = current.get(number);
  const [summary] = id === undefined ? [] : library.revisions(id, SCOPES);
  const { candidates } = await retrieve(nameIn(number), { scopes: SCOPES });
  const holding = candidates.filter(({ passageScore }) => passageScore > 0);
  expect(candidates.slice(0, holding.length)).toEqual(holding);
  expect(holding.map(({ articleKey }) => articleKey)).toEqual(
    Array.from({ length: summary?.passages ?? 0 }, () => summary?.key),
  );
}

/** In the journal, or as a temporary file. The archive is closed. */
async function expectNothingLeftOpen(folder: string): Promise<void> {
  const index = join(folder, 'index');
  const generation = (await readManifest(index))?.generation ?? 0;
  const database = openDatabase(join(folder, 'archive.db'));
  const open = database.journal.entries(generation);
  database.close();
  expect(open).toEqual([]);
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

function passagesOf(states: readonly { readonly passages: number }[]): number {
  return states.reduce((sum, { passages }) => sum + passages, 0);
}
