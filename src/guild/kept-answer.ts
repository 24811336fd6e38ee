import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { termsOf } from '../answer/coverage.ts';
import { analyseWithSpans } from '../search/lexical/analyse.ts';
import type { Question } from './guild-archive.ts';

/**
 * What is kept of an answer: places in articles, never their words, so that whatever is removed is gone from kept answers
 * too. Fields may be added with a default; those that are there never change their meaning.
 */
const keptAnswer = z.object({
  question: z.string(),
  filters: z.object({
    after: z.string().nullable(),
    before: z.string().nullable(),
    section: z.string().nullable(),
  }),
  outcome: z.enum(['answered', 'related', 'nothing']),
  confidence: z.number(),
  excerpts: z.array(
    z.object({
      articleId: z.string(),
      articleKey: z.number(),
      start: z.number(),
      end: z.number(),
      sentenceStart: z.number(),
      sentenceEnd: z.number(),
      evidence: z.object({
        matchedWords: z.array(z.string()),
        similarity: z.number(),
        coverage: z.number(),
        passageScore: z.number(),
      }),
    }),
  ),
  /** Article ids. */
  nearest: z.array(z.string()),
  unknownWords: z.array(z.string()),
});

export type KeptAnswer = Readonly<z.infer<typeof keptAnswer>>;
export type KeptExcerpt = KeptAnswer['excerpts'][number];

export function keep({ after, before, section }: Question, answer: Answer): KeptAnswer {
  const words = analyseWithSpans(answer.question);
  return {
    question: answer.question,
    filters: { after: typed(after), before: typed(before), section: typed(section) },
    outcome: answer.outcome,
    confidence: answer.confidence,
    excerpts: answer.excerpts.map((excerpt) => {
      const { cosine, coverage, passageScore } = excerpt.evidence;
      const terms = termsOf(excerpt.text);
      const matched = words
        .filter(({ term }) => terms.has(term))
        .map(({ start, end }) => answer.question.slice(start, end));
      return {
        articleId: excerpt.article.id,
        articleKey: excerpt.articleKey,
        start: excerpt.start,
        end: excerpt.end,
        sentenceStart: excerpt.sentenceStart,
        sentenceEnd: excerpt.sentenceEnd,
        evidence: {
          matchedWords: [...new Set(matched)],
          similarity: cosine,
          coverage,
          passageScore,
        },
      };
    }),
    nearest: answer.nearest.map(({ id }) => id),
    unknownWords: [...answer.unknownWords],
  };
}

export function encodeAnswer(answer: KeptAnswer): string {
  return JSON.stringify(answer);
}

export function decodeAnswer(content: string): KeptAnswer {
  return keptAnswer.parse(JSON.parse(content));
}

/** A filter as it was typed; null where it was left open. */
function typed(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
