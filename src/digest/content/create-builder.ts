import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { NewsRow } from '../../archive/database/news-listing.ts';
import type { Library } from '../../archive/library.ts';
import type { Clock } from '../../clock.ts';
import type { Embedder } from '../../embedding/embedder.ts';
import { createBreather, nextTurn } from '../../event-loop.ts';
import type { VectorIndex } from '../../search/vectors/vector-index.ts';
import { arrangeSections } from './arrange-sections.ts';
import { ArticleShelf } from './article-shelf.ts';
import type { BuildDigest } from '../build.ts';
import { EntryMaker, type FindHighlights } from './entry-maker.ts';
import { foldStories } from './fold-stories.ts';
import type { DigestSchedule } from '../schedule.ts';
import { selectNews } from './select-news.ts';
import { TopicFilter } from './topic-filter.ts';

export interface BuilderPorts {
  readonly database: ArchiveDatabase;
  readonly library: Library;
  readonly embedder: Embedder;
  readonly vectors: VectorIndex;
  /** Of the index in force. */
  readonly generation: number;
  readonly highlights: FindHighlights;
  readonly clock: Clock;
}

/** Articles that a digest shows, folded ones included; of more the newest. */
export const MOST_ARTICLES = 200;

/** Digests of the same hour are mostly about the same articles: what is found out about an article serves all. */
export function createDigestBuilder(ports: BuilderPorts): BuildDigest {
  const topics = new TopicFilter(ports);
  const shelf = new ArticleShelf(ports.library);
  const entries = new EntryMaker(ports);
  const onTopic = async (
    rows: readonly NewsRow[],
    { topic }: DigestSchedule,
    signal?: AbortSignal,
  ): Promise<readonly NewsRow[]> => {
    if (topic === null) return rows;
    const keys = rows.map(({ key }) => key);
    const near = await topics.near(topic, keys, signal);
    return rows.filter(({ key }) => near.has(key));
  };
  return async ({ schedule, untilKey, date, firstDate, signal }) => {
    // With everything at hand a build takes a millisecond; of many that come one after the other each has its turn.
    await nextTurn();
    const news = await onTopic(await selectNews(ports, schedule, untilKey), schedule, signal);
    const omitted = news.slice(MOST_ARTICLES);
    const breather = createBreather(ports.clock);
    const articles = await shelf.take(
      news.slice(0, MOST_ARTICLES).map(({ key }) => key),
      breather,
    );
    signal?.throwIfAborted();
    const counted = new Set([...articles, ...omitted].map(({ key }) => key));
    const corrected = new Set(
      news.flatMap((row) => (row.corrected && counted.has(row.key) ? [row.key] : [])),
    );
    const stories = await foldStories(articles, breather);
    return {
      date,
      firstDate,
      articles: counted.size,
      corrected: corrected.size,
      omitted: omitted.length,
      sections: arrangeSections(await entries.make(stories, schedule.style, corrected, signal)),
    };
  };
}
