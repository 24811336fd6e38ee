import { describe, expect, it } from 'vitest';
import { answerMatcher, isJudged } from '../../src/evaluation/answer-match.ts';
import type { BeirSet } from '../../src/evaluation/beir-set.ts';

const GOLD = { _id: 's1', doc_id: 'd1', start: 0, end: 27, text: 'The tide turns twice a day.' };
const set: BeirSet = {
  name: 'tides',
  documents: [],
  queries: [],
  judgements: new Map(),
  absent: null,
  sentences: [GOLD],
  sentenceJudgements: new Map([['q1', new Map([['s1', 1]])]]),
};
const byGold = { _id: 'q1', text: 'How often?', metadata: { answers: [] } };
const byAnswer = { _id: 'q2', text: 'How often?', metadata: { answers: ['twice  a day'] } };
const matches = answerMatcher(set);

describe('answerMatcher', () => {
  it('takes a gold sentence, alone or within more, of the same document', () => {
    expect(matches(byGold, { documentId: 'd1', text: GOLD.text })).toBe(true);
    expect(matches(byGold, { documentId: 'd1', text: `Look.\n\n${GOLD.text} Really.` })).toBe(true);
    expect(matches(byGold, { documentId: 'd2', text: GOLD.text })).toBe(false);
    expect(matches(byGold, { documentId: 'd1', text: 'Another sentence.' })).toBe(false);
  });

  it('takes an answer string from any document, however it is spaced', () => {
    expect(matches(byAnswer, { documentId: 'd7', text: 'It is twice\na day.' })).toBe(true);
    expect(matches(byAnswer, { documentId: 'd7', text: 'It is once a day.' })).toBe(false);
  });

  it('knows which queries can be judged', () => {
    const neither = { _id: 'q3', text: '?', metadata: { answers: [] } };
    expect([byGold, byAnswer, neither].map((query) => isJudged(query, set))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
