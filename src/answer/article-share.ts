import type { Article } from '../archive/article.ts';
import type { AnalysedQuestion } from '../search/retrieve.ts';
import { coverageOf, termsOf } from './coverage.ts';

/** Characters of an article looked at for the question's words; far beyond any news article. */
const LENGTH_READ = 60_000;

/** The share of the question's words, weighted, that the article holds, headline included: 0 to 1. */
export function articleShare(question: AnalysedQuestion, { headline, canonical }: Article): number {
  return coverageOf(question)(termsOf(`${headline}\n${canonical.slice(0, LENGTH_READ)}`));
}
