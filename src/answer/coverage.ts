import { distinctTerms } from '../search/lexical/analyse.ts';
import { sum, type AnalysedQuestion } from '../search/retrieve.ts';

/** The part of the question's words, weighted by how much each tells, that occurs in a text: 0 to 1. */
export type Coverage = (terms: ReadonlySet<string>) => number;

/** Words that occur nowhere weigh most: a text that lacks them lacks what was asked for. */
export function coverageOf({ terms, weights }: AnalysedQuestion): Coverage {
  const total = sum(weights);
  return (present) => {
    if (total === 0) return 0;
    let found = 0;
    for (const [at, term] of terms.entries()) {
      if (present.has(term)) found += weights[at] ?? 0;
    }
    return found / total;
  };
}

/** The distinct index terms of a text. */
export function termsOf(text: string): ReadonlySet<string> {
  return new Set(distinctTerms(text));
}
