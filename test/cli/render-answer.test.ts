import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Excerpt } from '../../src/answer/answer.ts';
import { renderAnswer } from '../../src/cli/render-answer.ts';

const CITATION = {
  id: 'abcdefghijkl',
  headline: 'Council votes for the bridge',
  section: 'Local',
  byline: 'By Staff Reporter',
  source: 'The Courier',
  url: 'https://example.org/bridge',
  publishedAt: '2024-02-10',
};

function excerptOf(text: string, sentence: string, start = 100): Excerpt {
  const sentenceStart = start + text.indexOf(sentence);
  return {
    rank: 1,
    text,
    sentence,
    start,
    end: start + text.length,
    sentenceStart,
    sentenceEnd: sentenceStart + sentence.length,
    score: 1,
    article: CITATION,
    articleKey: 1,
    evidence: { cosine: 0.6, coverage: 0.5, passageScore: 0.8 },
  };
}

function answerOf(part: Partial<Answer>): Answer {
  return {
    question: 'what did the council vote for',
    outcome: 'answered',
    confidence: 0.9,
    excerpts: [],
    nearest: [],
    reading: { terms: [], vector: new Float32Array() },
    unknownWords: [],
    timings: { embedMs: 1, searchMs: 2, sentenceMs: 3, totalMs: 38.4 },
    ...part,
  };
}

const BRIDGE = excerptOf(
  'The debate took six hours. The council voted for the bridge by nine to four.\n\nWork begins in May.',
  'The council voted for the bridge by nine to four.',
);

describe('renderAnswer', () => {
  it('marks the answering sentence in the margin where there are no colours', () => {
    const text = renderAnswer(answerOf({ excerpts: [BRIDGE] }), { columns: 44, colours: false });
    expect(text).toBe(`│ The debate took six hours.
> The council voted for the bridge by nine
> to four.
│
│ Work begins in May.
[1] Council votes for the bridge · Local
    · 10 February 2024 · By Staff Reporter ·
    The Courier
    https://example.org/bridge

38 ms
`);
  });

  it('shows the answering sentence bold inside its line where there are colours', () => {
    const text = renderAnswer(answerOf({ excerpts: [BRIDGE] }), { columns: 44, colours: true });
    expect(text).toContain(
      '\u001b[2m│\u001b[22m The debate took six hours. \u001b[1mThe council\u001b[22m\n' +
        '\u001b[2m│\u001b[22m \u001b[1mvoted for the bridge by nine to four.\u001b[22m\n',
    );
  });

  it('is never wider than 100 columns, however wide the terminal', () => {
    const long = excerptOf('word '.repeat(200).trim(), 'word word');
    for (const columns of [30, 80, 100, 400]) {
      const lines = renderAnswer(answerOf({ excerpts: [long] }), { columns, colours: false }).split(
        '\n',
      );
      const widest = Math.max(...lines.map((line) => line.length));
      expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
      expect(widest).toBeGreaterThan(Math.min(columns, 100) - 10);
    }
  });

  it('says that the nearest is not an answer', () => {
    const text = renderAnswer(answerOf({ outcome: 'related', excerpts: [BRIDGE] }), {
      columns: 80,
      colours: false,
    });
    expect(text.split('\n\n')[0]).toBe('Nothing in the archive answers this directly; nearest:');
  });

  it('says plainly that there is nothing, with the words found nowhere', () => {
    const text = renderAnswer(
      answerOf({ outcome: 'nothing', unknownWords: ['sourdough', 'yeast'] }),
      { columns: 80, colours: false },
    );
    expect(text).toBe(
      'Nothing in the archive answers this. Not found anywhere in it: sourdough, yeast.\n\n38 ms\n',
    );
  });

  it('leaves out what an article does not have', () => {
    const bare = {
      ...CITATION,
      section: null,
      byline: null,
      source: null,
      url: null,
      publishedAt: null,
    };
    const text = renderAnswer(answerOf({ excerpts: [{ ...BRIDGE, article: bare }] }), {
      columns: 80,
      colours: false,
    });
    expect(text).toContain('│ Work begins in May.\n[1] Council votes for the bridge\n\n38 ms');
  });

  it('counts wide characters as two columns and breaks text without blanks', () => {
    const chinese = excerptOf(
      '市議会は橋の建設を賛成多数で可決した。'.repeat(3),
      '市議会は橋の建設を賛成多数で可決した。',
    );
    const lines = renderAnswer(answerOf({ excerpts: [chinese] }), { columns: 30, colours: false })
      .split('\n')
      .filter((line) => /^[│>]/.test(line));
    expect(lines[0]).toBe('> 市議会は橋の建設を賛成多数で');
    expect(lines.map((line) => line.slice(2)).join('')).toBe(chinese.text);
  });

  it('keeps blanks that hold two words together', () => {
    const text = renderAnswer(
      answerOf({ excerpts: [excerptOf('It cost 12\u00a0000\u202f€ in all.', 'It')] }),
      { columns: 80, colours: false },
    );
    expect(text).toContain('12\u00a0000\u202f€');
  });

  it('shows escape sequences instead of sending them', () => {
    const hostile = excerptOf('Buy\u001b]0;owned\u0007 now\u009b2J please \u202egnp', 'please');
    const text = renderAnswer(answerOf({ excerpts: [hostile] }), { columns: 80, colours: false });
    expect(text).toContain('│ Buy␛]0;owned␇ now\ufffd2J\n> please\n│ \ufffdgnp\n');
  });

  it('shows every word of any text in order and not one control character', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            'a',
            'word',
            '\u001b[31m',
            '\n\n',
            ' ',
            '\u0085',
            '橋',
            '\u00a0',
            '\u0007',
            'x'.repeat(90),
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        anything,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 200 }),
        (text, from, length, columns) => {
          const sentenceStart = text === '' ? 0 : from % text.length;
          const sentenceEnd = Math.min(text.length, sentenceStart + (length % 40));
          const excerpt: Excerpt = {
            ...BRIDGE,
            text,
            sentence: text.slice(sentenceStart, sentenceEnd),
            start: 0,
            end: text.length,
            sentenceStart,
            sentenceEnd,
          };
          const output = renderAnswer(answerOf({ question: text, excerpts: [excerpt] }), {
            columns,
            colours: false,
          });
          expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          const shown = output
            .split('\n')
            .filter((line) => /^[│>] /.test(line))
            .map((line) => line.slice(2))
            .join('');
          expect(lettersOf(shown)).toBe(lettersOf(text));
        },
      ),
    );
  });
});

/** The text without white space and without what is replaced. */
function lettersOf(text: string): string {
  return text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069\u2400-\u2421\ufffd]/gu, '');
}
