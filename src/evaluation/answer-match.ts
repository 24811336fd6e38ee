import type { BeirQuery, BeirSet } from './beir-set.ts';

/** A piece of an answer as shown: which document it is from, and its words. */
export interface Shown {
  readonly documentId: string;
  readonly text: string;
}

/** Does what is shown hold the answer to the query? */
export type AnswerMatch = (query: BeirQuery, shown: Shown) => boolean;

/**
 * Judges by the gold sentences (the shown text holds one, or is part of one, of the same document) and by the answer
 * strings (the shown text contains one). White space is folded on both sides.
 */
export function answerMatcher({ sentences, sentenceJudgements }: BeirSet): AnswerMatch {
  const byId = new Map((sentences ?? []).map((sentence) => [sentence._id, sentence]));
  return (query, { documentId, text }) => {
    const words = folded(text);
    if (query.metadata.answers.some((answer) => words.includes(folded(answer)))) return true;
    const judged = sentenceJudgements?.get(query._id) ?? new Map<string, number>();
    return [...judged].some(([sentenceId, gain]) => {
      const gold = byId.get(sentenceId);
      if (gain <= 0 || gold?.doc_id !== documentId) return false;
      const goldWords = folded(gold.text);
      return words.includes(goldWords) || goldWords.includes(words);
    });
  };
}

/** Can the query be judged at all? */
export function isJudged(query: BeirQuery, { sentenceJudgements }: BeirSet): boolean {
  return query.metadata.answers.length > 0 || (sentenceJudgements?.has(query._id) ?? false);
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
