import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dot,
  measureCosineScale,
  toReference,
  type CosineScale,
} from '../../src/answer/cosine-scale.ts';
import { passageEmbeddingText } from '../../src/archive/embedding-text.ts';
import { passageLimits } from '../../src/archive/passage-limits.ts';
import { readConfig } from '../../src/config.ts';
import { TOPIC_COSINE } from '../../src/digest/content/topic-filter.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { readBeirSet } from '../../src/evaluation/beir-set.ts';
import { openConfiguredEmbedder } from '../../src/open-archive.ts';
import { NEWS_TOPICS } from './news-topics.ts';

const setsFolder = process.env['EVAL_DIR'];

if (setsFolder === undefined) {
  describe('articles near a topic', () => {
    it.skip('needs EVAL_DIR: a folder with the sets multihop-news and xquad-en in the layout of BEIR', () => {
      expect.unreachable();
    });
  });
} else {
  describe('articles near a topic', () => {
    let dataDir: string;
    let embedder: Embedder;
    let scale: CosineScale;

    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'archivist-topics-'));
      embedder = await openConfiguredEmbedder(readConfig({ DATA_DIR: dataDir }));
      scale = await measureCosineScale(embedder);
    });

    afterAll(async () => {
      await embedder.close();
      await rm(dataDir, { recursive: true });
    });

    it('are found among the news, by topics of one affair and of whole fields', async ({
      annotate,
    }) => {
      const articles = await readArticles(join(setsFolder, 'multihop-news'), embedder);
      const topics = NEWS_TOPICS.map(({ topic, words }) => ({
        topic,
        belongs: ({ text }: TestArticle) => words.test(text),
      }));
      const { precision, recall, tooMany } = await measure(topics, articles, embedder, scale);
      await annotate(figures({ precision, recall, tooMany }));
      expect(precision).toBeGreaterThan(0.6);
      expect(recall).toBeGreaterThan(0.6);
      expect(tooMany).toBeLessThan(0.02);
    });

    it('are found among reference texts of five passages each', async ({ annotate }) => {
      const articles = await readArticles(join(setsFolder, 'xquad-en'), embedder);
      const topics = articles.map(({ title }) => ({
        topic: `News about ${title}`,
        belongs: (article: TestArticle) => article.title === title,
      }));
      const { precision, recall, tooMany } = await measure(topics, articles, embedder, scale);
      await annotate(figures({ precision, recall, tooMany }));
      expect(precision).toBeGreaterThan(0.65);
      expect(recall).toBeGreaterThan(0.95);
      expect(tooMany).toBeLessThan(0.02);
    });
  });
}

interface TestTopic {
  readonly topic: string;
  readonly belongs: (article: TestArticle) => boolean;
}

interface TestArticle {
  readonly title: string;
  /** Title and passages. */
  readonly text: string;
  readonly vectors: readonly Float32Array[];
}

interface Figures {
  /** Part of what was let through that belongs to the topic. */
  readonly precision: number;
  /** Part of what belongs to the topic that was let through. */
  readonly recall: number;
  /** Part of what does not belong to it that was let through. */
  readonly tooMany: number;
}

/** Documents with the same title are the passages of one article. */
async function readArticles(folder: string, embedder: Embedder): Promise<TestArticle[]> {
  const { documents } = await readBeirSet(folder);
  const texts = documents.map(({ title, text }) => fitting(title, text, embedder));
  const vectors = await embedder.embed(texts, { role: 'passage' });
  const titles = [...new Set(documents.map(({ title }) => title))];
  return titles.map((title) => {
    const own = [...documents.entries()].filter(([, document]) => document.title === title);
    return {
      title,
      text: [title, ...own.map(([, { text }]) => text)].join('\n'),
      vectors: own.flatMap(([at]) => vectors[at] ?? []),
    };
  });
}

function fitting(title: string, text: string, embedder: Embedder): string {
  const limits = passageLimits(embedder);
  const words = text.split(' ');
  let whole = passageEmbeddingText(title, text, limits);
  while (limits.countTokens(whole) > limits.maxTokens) {
    words.pop();
    whole = passageEmbeddingText(title, words.join(' '), limits);
  }
  return whole;
}

async function measure(
  topics: readonly TestTopic[],
  articles: readonly TestArticle[],
  embedder: Embedder,
  scale: CosineScale,
): Promise<Figures> {
  const texts = topics.map(({ topic }) => topic);
  const vectors = await embedder.embed(texts, { role: 'query' });
  const judged = topics.flatMap(({ belongs }, at) =>
    articles.map((article) => {
      const cosines = article.vectors.map((vector) => dot(vectors[at] ?? vector, vector));
      const isNear = toReference(Math.max(...cosines), scale) >= TOPIC_COSINE;
      return { isNear, isRight: belongs(article) };
    }),
  );
  const count = (isNear: boolean, isRight: boolean): number =>
    judged.filter((each) => each.isNear === isNear && each.isRight === isRight).length;
  const found = count(true, true);
  const wrong = count(true, false);
  return {
    precision: found / (found + wrong),
    recall: found / (found + count(false, true)),
    tooMany: wrong / (wrong + count(false, false)),
  };
}

function figures({ precision, recall, tooMany }: Figures): string {
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, of the others ${tooMany.toFixed(4)}`;
}
