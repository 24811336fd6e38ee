/** What the archive has to say to a question. `related` shows what is nearest without claiming that it answers. */
export type Outcome = 'answered' | 'related' | 'nothing';

/** The citation: what a reader needs to judge and to find the article again. */
export interface Citation {
  readonly id: string;
  readonly headline: string;
  readonly section: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
}

/** A stretch of an article, word for word. Offsets are UTF-16, into the article's canonical text. */
export interface Excerpt {
  /** 1 for the best. */
  readonly rank: number;
  /** `canonical.slice(start, end)`. */
  readonly text: string;
  /** The sentence in it that answers: `text.slice(sentenceStart - start, sentenceEnd - start)`. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** Of the sentence; comparable within one answer only. */
  readonly score: number;
  readonly article: Citation;
  /** Of the very revision the text is from. */
  readonly articleKey: number;
  readonly evidence: SentenceEvidence;
}

/** What speaks for a sentence. */
export interface SentenceEvidence {
  /** Of the question and the sentence with its headline, -1 to 1. */
  readonly cosine: number;
  /** Part of the question's words, weighted by how much they tell, that occur in the sentence: 0 to 1. */
  readonly coverage: number;
  /** Of its passage, fused from both indexes: 0 to 1. */
  readonly passageScore: number;
}

export interface Answer {
  readonly question: string;
  readonly outcome: Outcome;
  /** Probability, 0 to 1, that the archive answers the question, as calibrated on the archive itself. */
  readonly confidence: number;
  /** At most `limit`; empty when the outcome is `nothing`. */
  readonly excerpts: readonly Excerpt[];
  /** Articles of the best passages, best first, at most 5; also when there is no excerpt. */
  readonly nearest: readonly Citation[];
  /** Words of the question, as typed, that occur nowhere in what the asker may see. */
  readonly unknownWords: readonly string[];
  readonly reading: QuestionReading;
  readonly timings: Timings;
}

/** The question as the archive read it: two that are alike here ask the same. */
export interface QuestionReading {
  /** Distinct index terms, in the order of the question. */
  readonly terms: readonly string[];
  /** L2-normalised. */
  readonly vector: Float32Array;
}

/** Milliseconds. */
export interface Timings {
  readonly embedMs: number;
  /** Both indexes. */
  readonly searchMs: number;
  /** Choosing the sentences, their embedding included. */
  readonly sentenceMs: number;
  readonly totalMs: number;
}
