import type { ArticleProblem } from '../../../guild/article-error.ts';
import type { Limit } from '../../../guild/limit-error.ts';

/** How limits, bad questions and what cannot be done to an article are put. Texts are Discord markdown; what was typed has been escaped before. */
export interface ErrorTexts {
  readonly question: {
    readonly empty: string;
    readonly tooLong: (maximum: number) => string;
    /** @param value what was typed. */
    readonly badDate: (value: string) => string;
    /** @param range both dates as typed. */
    readonly emptyRange: (range: string) => string;
    /** @param known names of sections; may be empty. */
    readonly noSuchSection: (value: string, known: string) => string;
    readonly noSuchDigest: string;
  };
  /** @param allowed formatted: a count, megabytes or characters. */
  readonly limits: Readonly<Record<Limit, (allowed: string) => string>>;
  readonly articles: Readonly<Record<ArticleProblem, string>>;
  /** @param duration `40 seconds`. */
  readonly tryAgainIn: (duration: string) => string;
}
