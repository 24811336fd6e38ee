import type { Article } from '../archive/article.ts';
import { joinHeadline } from '../archive/embedding-text.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { AnalysedQuestion } from '../search/retrieve.ts';
import type { SentenceEvidence } from './answer.ts';
import { sentencesAround, type Sentence } from './article-sentences.ts';
import { dot } from './cosine-scale.ts';
import { coverageOf, termsOf, type Coverage } from './coverage.ts';

/** A retrieved passage with its article at hand. */
export interface Passage {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  /** Fused, 0 to 1. */
  readonly score: number;
}

/** A sentence that may answer, with the sentences around it. */
export interface RankedSentence extends Sentence {
  readonly article: Article;
  readonly previous: Sentence | null;
  readonly next: Sentence | null;
  readonly score: number;
  readonly evidence: SentenceEvidence;
}

/**
 * W = .5 cosine + .5 share of the sentence + .2 share with its neighbours + .4 passage + .1 length. Measured on
 * held-out news, the weight of the passage (.25 there) on reference texts. The length speaks against fragments ("He agreed.") and no longer beyond 30 words.
 */
const WEIGHTS = { cosine: 0.5, share: 0.5, context: 0.2, passage: 0.4, length: 0.1 } as const;
const FULL_LENGTH_WORDS = 30;
/** Sentences that are embedded: the best by everything but the cosine. More change hardly any of the first three. */
const EMBEDDED = 12;

interface Draft extends Omit<RankedSentence, 'score' | 'evidence'> {
  readonly base: number;
  readonly coverage: number;
  readonly passageScore: number;
}

/** The sentences of the passages, best first; only the best twelve by words are embedded and returned. */
export async function rankSentences(
  question: AnalysedQuestion,
  passages: readonly Passage[],
  embedder: Embedder,
  signal?: AbortSignal,
): Promise<RankedSentence[]> {
  const drafts = draftSentences(question, passages)
    .sort((a, b) => b.base - a.base || order(a, b))
    .slice(0, EMBEDDED);
  const vectors = await embedder.embed(
    drafts.map((draft) => sentenceText(draft, embedder)),
    { role: 'passage', priority: 'interactive', ...(signal ? { signal } : {}) },
  );
  return drafts
    .map(({ base, coverage, passageScore, ...sentence }, at) => {
      const vector = vectors[at];
      const cosine = vector ? dot(question.vector, vector) : 0;
      const evidence = { cosine, coverage, passageScore };
      return { ...sentence, evidence, score: base + WEIGHTS.cosine * cosine };
    })
    .sort((a, b) => b.score - a.score || order(a, b));
}

function draftSentences(question: AnalysedQuestion, passages: readonly Passage[]): Draft[] {
  const coverage = coverageOf(question);
  const best = new Map<string, Draft>();
  for (const passage of passages) {
    for (const draft of draftsIn(passage, coverage)) {
      const key = `${draft.article.key}:${draft.start}`;
      // Passages overlap: a sentence counts with the better of its passages.
      if (draft.base > (best.get(key)?.base ?? -Infinity)) best.set(key, draft);
    }
  }
  return [...best.values()];
}

function draftsIn(passage: Passage, coverage: Coverage): Draft[] {
  const { article } = passage;
  const textOf = ({ start, end }: Sentence): string => article.canonical.slice(start, end);
  const sentences = sentencesAround(article, passage).map((sentence) => ({
    sentence,
    terms: termsOf(textOf(sentence)),
  }));
  return sentences.flatMap(({ sentence, terms }, at) => {
    if (!isCandidate(sentence, passage)) return [];
    const previous = sentences[at - 1];
    const next = sentences[at + 1];
    const context = new Set([...terms, ...(previous?.terms ?? []), ...(next?.terms ?? [])]);
    const covered = coverage(terms);
    const base =
      WEIGHTS.share * covered +
      WEIGHTS.context * coverage(context) +
      WEIGHTS.passage * passage.score +
      WEIGHTS.length * lengthShare(textOf(sentence));
    const neighbours = { previous: previous?.sentence ?? null, next: next?.sentence ?? null };
    const evidence = { coverage: covered, passageScore: passage.score };
    return [{ ...sentence, ...neighbours, ...evidence, article, base }];
  });
}

function isCandidate(sentence: Sentence, passage: Passage): boolean {
  if (sentence.kind === 'subheading') return false;
  return sentence.start < passage.end && sentence.end > passage.start;
}

function lengthShare(text: string): number {
  const words = text.split(/\s+/).length;
  return Math.min(words, FULL_LENGTH_WORDS) / FULL_LENGTH_WORDS;
}

/** Headline and sentence, shortened by words where together they exceed the model's window. */
function sentenceText({ article, start, end }: Draft, embedder: Embedder): string {
  const sentence = article.canonical.slice(start, end);
  const whole = joinHeadline(article.headline, sentence);
  if (embedder.countTokens(whole, 'passage') <= embedder.maxTokens) return whole;
  let words = sentence.split(/\s+/).slice(0, embedder.maxTokens);
  while (
    words.length > 1 &&
    embedder.countTokens(words.join(' '), 'passage') > embedder.maxTokens
  ) {
    words = words.slice(0, words.length >> 1);
  }
  return words.join(' ').slice(0, embedder.maxTokens);
}

function order(a: Draft | RankedSentence, b: Draft | RankedSentence): number {
  return a.article.key - b.article.key || a.start - b.start;
}
