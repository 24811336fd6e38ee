import { join } from 'node:path';
import type { LexicalIndex } from '../../src/search/lexical/lexical-index.ts';
import { openLexicalIndex } from '../../src/search/lexical/open-lexical-index.ts';
import { openVectorIndex } from '../../src/search/vectors/open-vector-index.ts';
import type { ArticleVectors, VectorIndex } from '../../src/search/vectors/vector-index.ts';
import { formatCount, type BenchContext } from './bench.ts';
import { cached } from './cache.ts';
import { PASSAGES_PER_ARTICLE, SyntheticArchive } from './synthetic-archive.ts';
import { DIMENSIONS, SyntheticVectors } from './synthetic-vectors.ts';

/** Articles of one change: a whole partition, so that each is written once or twice. */
const BATCH_ARTICLES = 200;

const VECTOR_SOURCES = ['src/search/vectors', 'test/bench/synthetic-vectors.ts'];
const LEXICAL_SOURCES = [
  'src/search/lexical',
  'test/bench/synthetic-archive.ts',
  'test/bench/synthetic-words.ts',
];

/** A vector index of exactly that many passages, ten to an article; passage `id` has `SyntheticVectors.vector(id)`. */
export async function openSyntheticVectors(
  passages: number,
  { cacheFolder, note }: BenchContext,
): Promise<VectorIndex> {
  const folder = await cached(
    join(cacheFolder, `vectors-${passages}`),
    VECTOR_SOURCES,
    async (empty) => {
      note(`making a vector index of ${formatCount(passages)} passages`);
      const index = await openVectorIndex({ folder: empty, dimensions: DIMENSIONS });
      const archive = new SyntheticArchive(passages);
      const vectors = new SyntheticVectors();
      await inBatches(archive.articles, async (keys) => {
        await index.apply({
          put: keys.map((key) => articleVectors(key, archive, vectors)),
          remove: [],
        });
      });
      await index.close();
    },
  );
  return openVectorIndex({ folder, dimensions: DIMENSIONS });
}

/** A lexical index of about that many passages of the made-up archive. */
export async function openSyntheticLexical(
  passages: number,
  { cacheFolder, note }: BenchContext,
): Promise<LexicalIndex> {
  const folder = await cached(
    join(cacheFolder, `lexical-${passages}`),
    LEXICAL_SOURCES,
    async (empty) => {
      note(`making a lexical index of ${formatCount(passages)} passages`);
      const index = await openLexicalIndex({ folder: empty });
      const archive = new SyntheticArchive(passages);
      await inBatches(archive.articles, async (keys) => {
        await index.apply({ put: keys.map((key) => archive.lexicalArticle(key)), remove: [] });
      });
      await index.close();
    },
  );
  return openLexicalIndex({ folder });
}

function articleVectors(
  key: number,
  archive: SyntheticArchive,
  vectors: SyntheticVectors,
): ArticleVectors {
  const passages = Array.from({ length: PASSAGES_PER_ARTICLE }, (_, at) => {
    const passageId = key * PASSAGES_PER_ARTICLE + at;
    return { passageId, start: at, end: at + 1, vector: vectors.vector(passageId) };
  });
  return { articleKey: key, partition: archive.partition(key), day: 19_000, passages };
}

async function inBatches(
  articles: number,
  work: (keys: readonly number[]) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < articles; first += BATCH_ARTICLES) {
    const length = Math.min(BATCH_ARTICLES, articles - first);
    await work(Array.from({ length }, (_, at) => first + at));
  }
}
