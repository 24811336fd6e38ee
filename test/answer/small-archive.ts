import type { Article, ParagraphKind } from '../../src/archive/article.ts';
import { canonicalText } from '../../src/archive/canonical.ts';
import { passageEmbeddingText } from '../../src/archive/embedding-text.ts';
import { passageHash } from '../../src/archive/integrity.ts';
import type { StoredPassage } from '../../src/archive/library.ts';
import { splitPassages } from '../../src/archive/passages.ts';
import type { CalibrationSource } from '../../src/answer/calibrate.ts';
import {
  createInvestigator,
  type Investigate,
  type InvestigatorPorts,
} from '../../src/answer/investigate.ts';
import { silentLog, type Log } from '../../src/log.ts';
import { createRetriever, type Retrieve } from '../../src/search/retrieve.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { MemoryLexicalIndex } from '../fakes/memory-lexical-index.ts';
import { MemoryVectorIndex } from '../fakes/memory-vector-index.ts';

export interface Story {
  readonly headline: string;
  readonly paragraphs: readonly (
    string | { readonly kind: ParagraphKind; readonly text: string }
  )[];
}

export interface SmallArchive {
  readonly retrieve: Retrieve;
  readonly source: InvestigatorPorts['source'] & CalibrationSource;
  readonly investigate: Investigate;
  readonly embedder: HashEmbedder;
  readonly articles: Article[];
  readonly passages: StoredPassage[];
}

const PARTITION = 'shared/2024-02.0';

/** The answering pipeline over the plain indexes: no files, no database, no model. Keys are 1, 2, 3 in the order given. */
export async function openSmallArchive(
  stories: readonly Story[],
  log: Log = silentLog,
): Promise<SmallArchive> {
  const embedder = new HashEmbedder();
  const vectors = new MemoryVectorIndex(embedder.dimensions);
  const lexical = new MemoryLexicalIndex();
  const limits = { maxTokens: 256, countTokens: (text: string) => embedder.countTokens(text) };
  const articles = stories.map(toArticle);
  const passages = articles.flatMap((article) =>
    splitPassages(article, limits).map(({ start, end }, ordinal) => ({
      id: article.key * 100 + ordinal,
      articleKey: article.key,
      ordinal,
      start,
      end,
      hash: passageHash(article.canonical.slice(start, end)),
    })),
  );
  for (const article of articles) {
    const { key: articleKey, headline, canonical } = article;
    const own = passages.filter((passage) => passage.articleKey === articleKey);
    const texts = own.map(({ start, end }) =>
      passageEmbeddingText(headline, canonical.slice(start, end), limits),
    );
    const embedded = await embedder.embed(texts, { role: 'passage' });
    const place = { articleKey, partition: PARTITION, day: 19_763 } as const;
    const spans = own.map(({ id, start, end }) => ({ passageId: id, start, end }));
    const withVectors = spans.map((span, at) => ({
      ...span,
      vector: embedded[at] ?? new Float32Array(),
    }));
    await vectors.apply({ put: [{ ...place, passages: withVectors }], remove: [] });
    const put = [{ ...place, headline, canonical, passages: spans }];
    await lexical.apply({ put, remove: [] });
  }
  const settings = new Map<string, string>();
  const source: SmallArchive['source'] = {
    setting: (name) => settings.get(name) ?? null,
    setSetting: (name, value) => {
      if (value === null) settings.delete(name);
      else settings.set(name, value);
    },
    sampleArticleKeys: (count) => articles.slice(0, count).map(({ key }) => key),
    stats: () => ({
      articles: articles.length,
      passages: passages.length,
      words: 0,
      sections: [],
      oldest: null,
      newest: null,
    }),
    passagesByIds: (ids: readonly number[]) => passages.filter(({ id }) => ids.includes(id)),
    articlesByKeys: (keys: readonly number[]) => articles.filter(({ key }) => keys.includes(key)),
  };
  const retrieve = createRetriever({ embedder, vectors, lexical, clock: new ManualClock() });
  const investigate = createInvestigator({ retrieve, source, embedder, log });
  return { retrieve, source, investigate, embedder, articles, passages };
}

function toArticle({ headline, paragraphs }: Story, at: number): Article {
  const drafted = paragraphs.map((paragraph) =>
    typeof paragraph === 'string' ? { kind: 'text' as const, text: paragraph } : paragraph,
  );
  return {
    ...canonicalText(drafted),
    key: at + 1,
    id: `article${at + 1}`,
    scope: 'shared',
    headline,
    section: null,
    byline: null,
    source: null,
    url: null,
    externalId: null,
    publishedAt: '2024-02-10',
    language: 'en',
    photoCaption: null,
    contentHash: '',
    ingestedAt: '2024-02-11T00:00:00.000Z',
    ingestedBy: 'terminal',
    revision: 1,
  };
}
