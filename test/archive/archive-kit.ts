import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ArticleDraft } from '../../src/archive/article.ts';
import { openDatabase, type ArchiveDatabase } from '../../src/archive/database/database.ts';
import type { Library } from '../../src/archive/library.ts';
import { createLibrary } from '../../src/archive/stored-library.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { silentLog } from '../../src/log.ts';
import type { LexicalIndex } from '../../src/search/lexical/lexical-index.ts';
import type { VectorIndex } from '../../src/search/vectors/vector-index.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { MemoryLexicalIndex } from '../fakes/memory-lexical-index.ts';
import { MemoryVectorIndex } from '../fakes/memory-vector-index.ts';

export const BY = { scope: 'shared', by: 'test' } as const;

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archivist-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A draft of two paragraphs about `topic`; about 40 words. */
export function draftAbout(topic: string, given: Partial<ArticleDraft> = {}): ArticleDraft {
  const first = `The ${topic} was opened on Monday by the minister of ${topic} affairs. People came from far away.`;
  const second = `Nobody had expected that ${topic} would draw such a crowd, said one of the ${topic} guides in the evening.`;
  return {
    headline: `News of the ${topic}`,
    publishedAt: '2024-02-10',
    section: 'World',
    byline: null,
    source: 'Gazette',
    url: null,
    externalId: null,
    language: 'en',
    photoCaption: null,
    paragraphs: [
      { kind: 'text', text: first },
      { kind: 'text', text: second },
    ],
    notes: [],
    ...given,
  };
}

export interface ArchiveParts {
  readonly path: string;
  readonly database: ArchiveDatabase;
  readonly vectors: VectorIndex;
  readonly lexical: LexicalIndex;
  readonly embedder: Embedder;
  readonly clock: ManualClock;
  readonly generation: number;
  readonly library: Library;
}

/** Where a test keeps a database that it opens more than once. */
export function archivePath(): string {
  return join(temporaryFolder(), 'archive.db');
}

/**
 * A library with a fake embedder and indexes in memory; parts can be given. The database is SQLite's own in memory, which
 * is quick, unless there is a path.
 */
export function openArchive(given: Partial<Omit<ArchiveParts, 'library'>> = {}): ArchiveParts {
  const path = given.path ?? ':memory:';
  const database = given.database ?? openDatabase(path);
  onTestFinished(() => {
    database.close();
  });
  const embedder = given.embedder ?? new HashEmbedder({ dimensions: 16 });
  const parts = {
    path,
    database,
    vectors: given.vectors ?? new MemoryVectorIndex(embedder.dimensions),
    lexical: given.lexical ?? new MemoryLexicalIndex(),
    embedder,
    clock: given.clock ?? new ManualClock(),
    generation: given.generation ?? 1,
  };
  return { ...parts, library: createLibrary({ ...parts, log: silentLog }) };
}

/** What a start after the end of the process finds: the same files, nothing else. */
export function reopenArchive(parts: ArchiveParts): ArchiveParts {
  parts.database.close();
  const { path, vectors, lexical, embedder, clock, generation } = parts;
  return openArchive({ path, vectors, lexical, embedder, clock, generation });
}

/** Passage ids by index, sorted: all three must be the same. */
export async function passagesEverywhere(
  { database, generation, vectors, lexical, embedder, library }: ArchiveParts,
  scopes: readonly string[],
): Promise<Record<'database' | 'vectors' | 'lexical', string[]>> {
  const { articles } = library.list({ scopes, limit: 100_000 });
  const keys = articles.map(({ key }) => key);
  const stored = [...database.passages.byArticles(generation, keys).values()].flat();
  const [query = new Float32Array()] = await embedder.embed(['anything'], { role: 'query' });
  const near = await vectors.search(query, 1_000_000, { scopes });
  const ids = Array.from({ length: maxOf(stored.map(({ id }) => id)) + 100 }, (_, id) => id);
  const matched = lexical.search({
    terms: [],
    filter: { scopes },
    passages: 0,
    articles: 0,
    alsoScore: ids,
  });
  return {
    database: stored.map(({ id, articleKey }) => `${articleKey}:${id}`).sort(),
    vectors: near.map(nameOf).sort(),
    lexical: matched.passages.map(nameOf).sort(),
  };
}

function nameOf(hit: { readonly articleKey: number; readonly passageId: number }): string {
  return `${hit.articleKey}:${hit.passageId}`;
}

function maxOf(values: readonly number[]): number {
  return values.reduce((max, value) => Math.max(max, value), 0);
}
