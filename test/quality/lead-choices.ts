import { dot } from '../../src/answer/cosine-scale.ts';
import type { Article } from '../../src/archive/article.ts';
import {
  openingSentences,
  type PlacedSentence,
} from '../../src/digest/content/excerpts/article-sentences.ts';
import {
  centralSentence,
  fitnessOf,
  lexicalCentrality,
} from '../../src/digest/content/excerpts/central-sentence.ts';
import type { Embedder } from '../../src/embedding/embedder.ts';

/** An article whose sentences one is chosen of. */
export interface LeadSample {
  readonly article: Article;
  readonly sentences: readonly PlacedSentence[];
  /** One per sentence. */
  readonly vectors: readonly Float32Array[];
  /** Null where it has no headline. */
  readonly headline: Float32Array | null;
}

/** Number of the sentence that is chosen. */
type LeadChoice = (sample: LeadSample) => number;

/** A text of so many sentences has a middle. */
const FEWEST_SENTENCES = 3;

export async function leadSamples(
  articles: readonly Article[],
  embedder: Embedder,
): Promise<LeadSample[]> {
  const samples: LeadSample[] = [];
  for (const article of articles) {
    const sentences = [...openingSentences(article)];
    if (sentences.length < FEWEST_SENTENCES) continue;
    const texts = [...sentences.map(({ text }) => text), article.headline];
    const vectors = await embedder.embed(
      texts.map((text) => text.slice(0, embedder.maxTokens * 2)),
      { role: 'passage' },
    );
    const headline = article.headline === '' ? null : (vectors.at(-1) ?? null);
    samples.push({ article, sentences, vectors: vectors.slice(0, -1), headline });
  }
  return samples;
}

/** By the sum of some scores and of how well a sentence stands alone. */
function bySum(...scores: readonly ((sample: LeadSample) => readonly number[])[]): LeadChoice {
  return (sample) => {
    const lists = scores.map((score) => score(sample));
    const totals = sample.sentences.map((sentence, at) => {
      const fitness = fitnessOf(sentence, sample.article.language) ?? -Infinity;
      return lists.reduce((sum, list) => sum + (list[at] ?? 0), fitness);
    });
    return Math.max(0, totals.indexOf(Math.max(...totals)));
  };
}

const lexical = ({ sentences }: LeadSample): readonly number[] => lexicalCentrality(sentences);

function embedded({ vectors }: LeadSample): number[] {
  return vectors.map((vector) => nearness(vector, vectors));
}

function earlier(weight: number): (sample: LeadSample) => number[] {
  return ({ sentences }) => sentences.map((_, at) => weight / (1 + at));
}

/** What the digest does comes last. */
export const LEAD_CHOICES: Readonly<Record<string, LeadChoice>> = {
  first: () => 0,
  'first that can stand alone': bySum(earlier(0.001)),
  'by words': bySum(lexical),
  'by words, a little by place': bySum(lexical, earlier(0.1)),
  'by words, much by place': bySum(lexical, earlier(0.5)),
  'by vectors': bySum(embedded),
  'by vectors, a little by place': bySum(embedded, earlier(0.1)),
  'by vectors and place': bySum(embedded, earlier(0.2)),
  'by words, vectors and place': bySum(lexical, embedded, earlier(0.2)),
  'as the digest does': ({ article, sentences }) => {
    const central = centralSentence(article);
    return Math.max(
      0,
      sentences.findIndex(({ start }) => start === central?.start),
    );
  },
};

/** Cosine to the mean of some vectors. */
export function nearness(vector: Float32Array, others: readonly Float32Array[]): number {
  const sum = vector.map((_, at) => others.reduce((total, other) => total + (other[at] ?? 0), 0));
  return dot(vector, sum) / Math.hypot(...sum);
}
