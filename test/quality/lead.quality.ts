import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dot } from '../../src/answer/cosine-scale.ts';
import { termsOf } from '../../src/answer/coverage.ts';
import { readConfig } from '../../src/config.ts';
import { fitnessOf } from '../../src/digest/content/excerpts/central-sentence.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { openConfiguredEmbedder } from '../../src/open-archive.ts';
import { readEvalArticles } from './eval-articles.ts';
import { LEAD_CHOICES, leadSamples, nearness, type LeadSample } from './lead-choices.ts';

const SETS = ['belebele-en', 'xquad-en', 'multihop-news'] as const;

interface Figures {
  /** Cosine of the chosen sentence and the headline, which a person wrote and no choice sees. */
  readonly headline: number;
  /** The part of the headline's words that are in the sentence. */
  readonly words: number;
  /** Cosine of the sentence and the mean of all others of its article. */
  readonly others: number;
  /** Mean reciprocal rank of its article among all, by the same cosine. */
  readonly own: number;
  /** The part of the sentences with something that speaks against them. */
  readonly flawed: number;
}

const setsFolder = process.env['EVAL_DIR'];

if (setsFolder === undefined) {
  describe('the sentence that stands for an article', () => {
    it.skip('needs EVAL_DIR: a folder with the sets belebele-en, xquad-en and multihop-news', () => {
      expect.unreachable();
    });
  });
} else {
  describe.each(SETS)('the sentence that stands for an article of %s', (set) => {
    let dataDir: string;
    let embedder: Embedder;
    let samples: readonly LeadSample[];

    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'archivist-lead-'));
      embedder = await openConfiguredEmbedder(readConfig({ DATA_DIR: dataDir }));
      samples = await leadSamples(await readEvalArticles(setsFolder, set), embedder);
    });

    afterAll(async () => {
      await embedder.close();
      await rm(dataDir, { recursive: true });
    });

    it('says about as much of the headline as the first one or more, and stands alone', async ({
      annotate,
    }) => {
      const figures = new Map<string, Figures>();
      for (const [name, choose] of Object.entries(LEAD_CHOICES)) {
        figures.set(name, measure(samples, samples.map(choose)));
        await annotate(`${name}: ${JSON.stringify(figures.get(name))}`);
      }
      const first = figures.get('first');
      const chosen = figures.get('as the digest does');
      expect(chosen?.headline).toBeGreaterThanOrEqual((first?.headline ?? 1) - 0.01);
      expect(chosen?.others).toBeGreaterThan(first?.others ?? 1);
      expect(chosen?.flawed).toBeLessThan(0.01);
    });
  });
}

/** @param chosen number of the sentence of each. */
function measure(samples: readonly LeadSample[], chosen: readonly number[]): Figures {
  const picks = samples.map((sample, at) => pick(sample, chosen[at] ?? 0));
  const headed = picks.filter(({ headline }) => headline !== null);
  return {
    headline: mean(headed.map(({ headline, vector }) => dot(vector, headline ?? vector))),
    words: mean(headed.map(({ words }) => words)),
    others: mean(picks.map(({ vector, others }) => nearness(vector, others))),
    own: mean(picks.map(({ vector, others }, at) => reciprocalRank(vector, others, samples, at))),
    flawed: mean(picks.map(({ fitness }) => (fitness === 0 ? 0 : 1))),
  };
}

interface Pick {
  readonly vector: Float32Array;
  readonly others: readonly Float32Array[];
  readonly headline: Float32Array | null;
  readonly words: number;
  readonly fitness: number | null;
}

function pick({ article, sentences, vectors, headline }: LeadSample, at: number): Pick {
  const sentence = sentences[at];
  const vector = vectors[at];
  if (sentence === undefined || vector === undefined) throw new RangeError(`no sentence ${at}`);
  const terms = termsOf(sentence.text);
  const headlineTerms = [...termsOf(article.headline)];
  return {
    vector,
    others: vectors.filter((_, other) => other !== at),
    headline,
    words:
      headlineTerms.filter((term) => terms.has(term)).length / Math.max(1, headlineTerms.length),
    fitness: fitnessOf(sentence, article.language),
  };
}

function reciprocalRank(
  vector: Float32Array,
  others: readonly Float32Array[],
  samples: readonly LeadSample[],
  own: number,
): number {
  const nearest = nearness(vector, others);
  const nearer = samples.filter(
    ({ vectors }, at) => at !== own && nearness(vector, vectors) > nearest,
  );
  return 1 / (1 + nearer.length);
}

function mean(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  return Math.round((1_000 * sum) / values.length) / 1_000;
}
