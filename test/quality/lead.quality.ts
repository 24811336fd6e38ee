import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dot } from '../../src/answer/cosine-scale.ts';
import { termsOf } from '../../src/answer/coverage.ts';
import type { Article } from '../../src/archive/article.ts';
import { readConfig } from '../../src/config.ts';
import {
  openingSentences,
  type PlacedSentence,
} from '../../src/digest/excerpts/article-sentences.ts';
import { fitnessOf, lexicalCentrality } from '../../src/digest/excerpts/central-sentence.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';
import { openConfiguredEmbedder } from '../../src/open-archive.ts';
import { readEvalArticles } from './eval-articles.ts';

const setsFolder = process.env['EVAL_DIR'];
const SETS = ['belebele-en', 'xquad-en', 'multihop-news'];

/** A way to choose a sentence: a score for each. */
type Choice = (sample: Sample) => readonly number[];

interface Sample {
  readonly article: Article;
  readonly sentences: readonly PlacedSentence[];
  /** One per sentence. */
  readonly vectors: readonly Float32Array[];
  readonly headline: Float32Array | null;
}

const fit = ({ article, sentences }: Sample): number[] =>
  sentences.map((sentence) => fitnessOf(sentence, article.language) ?? -9);
const position = ({ sentences }: Sample, weight: number): number[] =>
  sentences.map((_, at) => weight / (1 + at));
const embedded = ({ vectors }: Sample): number[] => {
  const centre = sumOf(vectors);
  const norm = Math.hypot(...centre);
  return vectors.map((vector) => dot(vector, centre) / norm);
};
const lexical = ({ sentences }: Sample): readonly number[] => lexicalCentrality(sentences);
const sumUp = (...lists: readonly (readonly number[])[]): number[] =>
  (lists[0] ?? []).map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0));

const CHOICES: Readonly<Record<string, Choice>> = {
  first: (s) => position(s, 1),
  'first that can stand alone': (s) => sumUp(position(s, 0.001), fit(s)),
  lexical: (s) => sumUp(lexical(s), fit(s)),
  'lexical, position .1': (s) => sumUp(lexical(s), position(s, 0.1), fit(s)),
  'lexical, position .2': (s) => sumUp(lexical(s), position(s, 0.2), fit(s)),
  'lexical, position .3': (s) => sumUp(lexical(s), position(s, 0.3), fit(s)),
  'lexical, position .5': (s) => sumUp(lexical(s), position(s, 0.5), fit(s)),
  embedded: (s) => sumUp(embedded(s), fit(s)),
  'embedded, position .1': (s) => sumUp(embedded(s), position(s, 0.1), fit(s)),
  'embedded, position .3': (s) => sumUp(embedded(s), position(s, 0.3), fit(s)),
  both: (s) => sumUp(embedded(s), lexical(s), fit(s)),
  'both, position .3': (s) => sumUp(embedded(s), lexical(s), position(s, 0.3), fit(s)),
};

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
    let samples: readonly Sample[];

    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'archivist-lead-'));
      embedder = await openConfiguredEmbedder(readConfig({ DATA_DIR: dataDir }));
      samples = await readSamples(await readEvalArticles(setsFolder, set), embedder);
    });

    afterAll(async () => {
      await embedder.close();
      await rm(dataDir, { recursive: true });
    });

    it.each(Object.keys(CHOICES))('%s', (name) => {
      const figures = measure(samples, CHOICES[name] ?? (() => []));
      process.stdout.write(`${set} | ${name} | ${figures}\n`);
      expect(figures).not.toBe('');
    });
  });
}

async function readSamples(articles: readonly Article[], embedder: Embedder): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const article of articles) {
    const sentences = [...openingSentences(article)];
    if (sentences.length < 3) continue;
    const texts = sentences.map(({ text }) => text.slice(0, 600));
    const vectors = await embedder.embed(texts, { role: 'passage' });
    const [headline = null] =
      article.headline === '' ? [] : await embedder.embed([article.headline], { role: 'passage' });
    samples.push({ article, sentences, vectors, headline });
  }
  return samples;
}

function measure(samples: readonly Sample[], choose: Choice): string {
  const sums: number[][] = samples.map((s) => [...sumOf(s.vectors)]);
  const rest: number[] = [];
  const rr: number[] = [];
  const cos: number[] = [];
  const overlap: number[] = [];
  let leaning = 0;
  for (const [at, sample] of samples.entries()) {
    const scores = choose(sample);
    const chosen = scores.indexOf(Math.max(...scores));
    const vector = sample.vectors[chosen] ?? new Float32Array();
    const others = sumOf(sample.vectors.filter((_, i) => i !== chosen));
    const own = dot(vector, others) / Math.hypot(...others);
    rest.push(own);
    let rank = 1;
    for (const [other, sum] of sums.entries()) {
      if (other !== at && dot(vector, Float32Array.from(sum)) / Math.hypot(...sum) > own) rank++;
    }
    rr.push(1 / rank);
    const text = sample.sentences[chosen]?.text ?? '';
    if ((fitnessOf(sample.sentences[chosen] ?? ({ text: '' } as never), 'en') ?? -1) < 0) leaning++;
    if (sample.headline) {
      cos.push(dot(vector, sample.headline));
      const terms = termsOf(text);
      const head = [...termsOf(sample.article.headline)];
      overlap.push(head.filter((term) => terms.has(term)).length / Math.max(1, head.length));
    }
  }
  const mean = (values: readonly number[]): string =>
    (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3);
  return `${samples.length} rest ${mean(rest)} mrr ${mean(rr)} headline(${cos.length}) ${mean(cos)} words ${mean(overlap)} unfit ${leaning}`;
}

function sumOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return sum;
}
