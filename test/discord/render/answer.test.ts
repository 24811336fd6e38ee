import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAnswer } from '../../../src/discord/render/answer/answer.ts';
import { answerPages } from '../../../src/discord/render/answer/pages.ts';
import type { AnswerPlacing } from '../../../src/discord/render/answer/place.ts';
import { renderWhy } from '../../../src/discord/render/answer/why.ts';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';
import { customIdsOf, expectAccepted, textsOf } from './message-limits.ts';
import { anyAnswer, sampleAnswer, sampleExcerpt } from './sample-answers.ts';
import { sampleArticle } from './sample-articles.ts';

const OPEN: AnswerPlacing = { kind: 'open' };
const article = sampleArticle([
  { kind: 'text', text: 'It was cold. Rates fell to 2%. Banks cheered.' },
]);
const excerpt = sampleExcerpt(article, { start: 0, end: 45, from: 13, to: 30 });
const other = sampleArticle([{ kind: 'text', text: 'Rates stood still.' }], {
  id: 'otherarticle',
  headline: 'Rates [again]',
  url: null,
  byline: null,
  source: null,
  section: null,
  publishedAt: null,
});
const second = sampleExcerpt(other, { start: 0, end: 18, from: 0, to: 18 }, 2);

const anyPlacing = fc.constantFrom<AnswerPlacing>(
  OPEN,
  { kind: 'own' },
  { kind: 'aside' },
  { kind: 'shared', userId: '123456789012345678' },
);

describe('renderAnswer', () => {
  test('is a message Discord takes, whatever texts and questions are', () => {
    fc.assert(
      fc.property(
        anyAnswer,
        fc.nat(4),
        anyPlacing,
        fc.constantFrom(...LANGUAGES),
        (answer, page, placing, language) => {
          const votes = { up: 12_345, down: 1, own: null };
          expectAccepted(renderAnswer({ answer, page, placing, votes, note: 'Note.', language }));
          expectAccepted(renderWhy(answer, page, language));
        },
      ),
      { numRuns: 500 },
    );
  }, 60_000);

  test('quotes the excerpts, the answering sentence bold, with a citation under each', () => {
    const answer = sampleAnswer({
      excerpts: [excerpt, second],
      filters: { after: '2024', before: null, section: 'Business' },
    });
    const reply = renderAnswer({ answer, page: 0, placing: OPEN, language: 'en' });
    expect(textsOf(reply)).toEqual([
      '### How did rates fall\\?\n-# From 2 articles · after: 2024 · section: Business',
      '> It was cold\\. **Rates fell to 2\\%\\.** Banks cheered\\.\n' +
        '-# **\\[1\\]** [Rates fall again](https://example.com/rates) · Business · <t:1707566400:D> · Jane Doe · The Paper',
      '> **Rates stood still\\.**\n-# **\\[2\\]** Rates \\[again\\]',
    ]);
    expect(customIdsOf(reply)).toEqual([
      'ask-read:answeranswer:1',
      'ask-read:answeranswer:2',
      'ask-why:answeranswer:0',
      'ask-vote:answeranswer:up:o:en',
      'ask-vote:answeranswer:down:o:en',
    ]);
  });

  test('says that an article has changed, and shows nothing of a removed one', () => {
    const answer = sampleAnswer({
      excerpts: [
        { ...excerpt, state: 'changed' },
        { ...second, state: 'removed' },
      ],
    });
    const reply = renderAnswer({ answer, page: 0, placing: OPEN, language: 'en' });
    expect(textsOf(reply).slice(1)).toEqual([
      expect.stringMatching(/^> .*\n-# .*\n-# This article has changed since/u),
      '-# **\\[2\\]** This passage is no longer in the archive.',
    ]);
    expect(customIdsOf(reply)).not.toContain('ask-read:answeranswer:2');
  });

  test('has no buttons for an answer that is not kept', () => {
    const answer = sampleAnswer({ id: null, excerpts: [excerpt] });
    expect(customIdsOf(renderAnswer({ answer, page: 0, placing: OPEN, language: 'en' }))).toEqual(
      [],
    );
  });

  test('says plainly that nothing answers, what comes nearest, and which words are unknown', () => {
    const answer = sampleAnswer({
      outcome: 'related',
      excerpts: [excerpt],
      nearest: [excerpt.article, second.article],
      unknownWords: ['zloty', '*'],
    });
    expect(textsOf(renderAnswer({ answer, page: 0, placing: OPEN, language: 'en' }))).toEqual([
      '### How did rates fall\\?',
      '**Nothing in the archive answers this directly.** Here is what comes closest.\n' +
        'These words occur nowhere in it: **zloty**, **\\***.',
      '**Nearest articles**\n' +
        '- [Rates fall again](https://example.com/rates) · Business · <t:1707566400:D>\n' +
        '- Rates \\[again\\]',
      '-# Closest passages, not answers',
      expect.stringContaining('**Rates fell to 2\\%\\.**'),
    ]);
    const nothing = sampleAnswer({ outcome: 'nothing', unknownWords: ['zloty'] });
    const reply = renderAnswer({
      answer: nothing,
      page: 0,
      placing: { kind: 'own' },
      language: 'de',
    });
    expect(textsOf(reply)).toEqual([
      '### How did rates fall\\?',
      '**Nichts im Archiv beantwortet das.**\nDieses Wort kommt nirgends darin vor: **zloty**.',
    ]);
    expect(customIdsOf(reply)).toEqual([]);
  });

  test('shows counts of votes once there are any', () => {
    const answer = sampleAnswer({ excerpts: [excerpt] });
    const votes = { up: 3, down: 0, own: 'up' } as const;
    const reply = renderAnswer({ answer, page: 0, placing: OPEN, votes, language: 'en' });
    const json = JSON.stringify(reply);
    expect(json).toMatch(/"label":"3","emoji":\{"name":"👍"\}/u);
    expect(json).not.toContain('"label":"0"');
  });

  test('pages beside an answer in the channel, and in place for the asker alone, who can share it', () => {
    const answer = sampleAnswer({
      excerpts: Array.from({ length: 7 }, (_, at) => ({
        ...excerpt,
        rank: at + 1,
        article: { ...excerpt.article, id: `article-${at}` },
      })),
    });
    const ids = (placing: AnswerPlacing, page: number): string[] =>
      customIdsOf(renderAnswer({ answer, page, placing, language: 'en' })).filter(
        (id) => !/^ask-(?:read|why|vote)/.test(id),
      );
    expect(ids(OPEN, 0)).toEqual(['ask-more:answeranswer']);
    expect(ids({ kind: 'own' }, 0)).toEqual([
      'ask-page:answeranswer:1:p',
      'ask-share:answeranswer',
    ]);
    expect(ids({ kind: 'own' }, 1)).toEqual([
      'ask-page:answeranswer:0:p',
      'ask-page:answeranswer:2:p',
    ]);
    expect(ids({ kind: 'aside' }, 1)).toEqual(['ask-page:answeranswer:2:a']);
    expect(ids({ kind: 'aside' }, 2)).toEqual(['ask-page:answeranswer:1:a']);
    const texts = textsOf(
      renderAnswer({ answer, page: 2, placing: { kind: 'aside' }, language: 'en' }),
    );
    expect(texts[0]).toBe(
      '### How did rates fall\\?\n-# Further evidence · From 1 article · Page 3 of 3',
    );
    expect(texts).toHaveLength(2);
  });

  test('names who shared it', () => {
    const placing = { kind: 'shared', userId: '123456789012345678' } as const;
    const answer = sampleAnswer({ excerpts: [excerpt] });
    const reply = renderAnswer({ answer, page: 0, placing, language: 'en' });
    expect(textsOf(reply)[0]).toMatch(/^-# Shared by <@123456789012345678>\n### /u);
    expect(customIdsOf(reply)).toContain('ask-vote:answeranswer:up:s123456789012345678:en');
  });

  test('leaves out the ends of long contexts, so that three huge excerpts fit', () => {
    const long = sampleArticle([
      { kind: 'text', text: `${'before '.repeat(900)}THE ANSWER. ${'after '.repeat(900)}`.trim() },
    ]);
    const from = long.canonical.indexOf('THE');
    const end = long.canonical.length;
    const excerpts = [1, 2, 3].map((rank) => ({
      ...sampleExcerpt(long, { start: 0, end, from, to: from + 11 }, rank),
      article: { ...excerpt.article, id: `article-${rank}` },
    }));
    const reply = renderAnswer({
      answer: sampleAnswer({ excerpts }),
      page: 0,
      placing: OPEN,
      language: 'en',
    });
    expectAccepted(reply);
    expect(textsOf(reply).filter((text) => text.includes('**THE ANSWER\\.**'))).toHaveLength(3);
    expect(textsOf(reply).join('').length).toBeGreaterThan(3_800);
  });
});

describe('answerPages', () => {
  test('hold every excerpt once, at most three a page and two of one article', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const pages = answerPages(answer);
        expect(
          pages
            .flat()
            .map(({ rank }) => rank)
            .sort((a, b) => a - b),
        ).toEqual(answer.excerpts.map(({ rank }) => rank));
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(3);
          for (const { article: cited } of page) {
            expect(page.filter((each) => each.article.id === cited.id).length).toBeLessThan(3);
          }
        }
      }),
    );
  });
});

describe('renderWhy', () => {
  test('gives the reasons in words with numbers', () => {
    const answer = sampleAnswer({ excerpts: [excerpt] });
    expect(textsOf(renderWhy(answer, 0, 'en'))).toEqual([
      '### Why these passages?\n-# Chance that the archive answers the question: 87%',
      '**\\[1\\]** [Rates fall again](https://example.com/rates)\n' +
        '- Words of the question in it: **rates**\n' +
        '- Share of the question’s words, rare ones counting more: 80%\n' +
        '- Likeness in meaning, up to 1: 0.71\n' +
        '- Score of the passage around it, up to 1: 0.92\n' +
        '- Published: <t:1707566400:D>',
    ]);
  });
});
