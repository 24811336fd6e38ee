import type { Answer } from '../answer/answer.ts';
import { citationJson, type CitationJson } from './citation-json.ts';

/** What `ask --json` prints. */
interface AnswerJson extends Pick<Answer, 'question' | 'outcome' | 'confidence'> {
  readonly excerpts: readonly ExcerptJson[];
  /** Milliseconds, to the hundredth. */
  readonly timings: {
    readonly embedMs: number;
    readonly searchMs: number;
    readonly totalMs: number;
  };
}

interface ExcerptJson {
  readonly rank: number;
  /** `canonical.slice(start, end)`. */
  readonly text: string;
  /** The answering sentence, a part of `text`. */
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly article: CitationJson;
}

export function answerJson({
  question,
  outcome,
  confidence,
  excerpts,
  timings,
}: Answer): AnswerJson {
  return {
    question,
    outcome,
    confidence,
    excerpts: excerpts.map(({ rank, text, sentence, start, end, score, article }) => ({
      rank,
      text,
      sentence,
      start,
      end,
      score,
      article: citationJson(article),
    })),
    timings: {
      embedMs: hundredths(timings.embedMs),
      searchMs: hundredths(timings.searchMs),
      totalMs: hundredths(timings.totalMs),
    },
  };
}

function hundredths(ms: number): number {
  return Math.round(ms * 100) / 100;
}
