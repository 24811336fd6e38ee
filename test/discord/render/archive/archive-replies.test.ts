import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleSummary } from '../../../../src/archive/library.ts';
import { ARCHIVE_DEFINITION } from '../../../../src/discord/archive/definition.ts';
import { messageBody } from '../../../../src/discord/message-body.ts';
import {
  renderExport,
  renderTooLargeExport,
} from '../../../../src/discord/render/archive/export.ts';
import { renderGaps } from '../../../../src/discord/render/archive/gaps.ts';
import { renderList } from '../../../../src/discord/render/archive/list.ts';
import {
  renderRemoved,
  renderRemovalQuestion,
  renderRestored,
} from '../../../../src/discord/render/archive/removal.ts';
import { renderStats } from '../../../../src/discord/render/archive/stats.ts';
import type { MessageReply } from '../../../../src/discord/reply.ts';
import { LANGUAGES } from '../../../../src/discord/texts/language.ts';
import { validateCommand, validateMessage } from '../../../../src/playground/validate/validate.ts';

const language = fc.constantFrom(...LANGUAGES);

/** What articles and questions may hold: markdown, mentions, invisible characters, anything, at any length. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.constantFrom(
    '@everyone <@123456789012345678> </ask:1> <t:0:R>',
    '# heading **bold** ||spoiler|| [text](https://example.com)',
    '*'.repeat(5_000),
    '\u202e\u200b\u2066',
    'ẞ'.repeat(600),
    '👩‍👩‍👧‍👦'.repeat(200),
    '\n\n> quote\n-# small',
  ),
);
const some = hostile.filter((text) => text !== '');
const id = fc.stringMatching(/^[a-z2-7]{12}$/);
const day = fc.option(fc.constantFrom('2024-02-10', '1801-12-31', '2024-02-10T08:30:00Z'));

const summary: fc.Arbitrary<ArticleSummary> = fc.record({
  key: fc.nat(),
  id,
  scope: fc.constant('shared'),
  headline: some,
  section: fc.option(some),
  byline: fc.option(some),
  source: fc.option(some),
  url: fc.option(
    fc.oneof(
      fc.webUrl(),
      hostile.map((text) => `https://example.com/${text}`),
      fc.constant(`https://example.com/${'x'.repeat(470)}`),
      fc.constant('javascript:alert(1)'),
    ),
  ),
  externalId: fc.constant(null),
  publishedAt: day,
  language: fc.constant('en'),
  photoCaption: fc.constant(null),
  contentHash: fc.constant(''),
  ingestedAt: fc.constant('2024-02-10T08:30:00Z'),
  ingestedBy: fc.constant('seeds'),
  revision: fc.constant(1),
  state: fc.constant('current' as const),
  day: fc.constant(null),
  words: fc.nat(),
  passages: fc.nat(),
  removedAt: fc.constant(null),
  removedBy: fc.constant(null),
});

const sections = fc.array(fc.record({ section: some, articles: fc.nat() }), { maxLength: 40 });
const stats = fc.record({
  articles: fc.nat(),
  passages: fc.nat(),
  words: fc.nat(),
  sections,
  oldest: day,
  newest: day,
});

describe('what /archive replies is what Discord takes, whatever the articles and questions hold', () => {
  it('for stats', () => {
    const given = fc.record({
      visible: stats,
      own: stats,
      ownBytes: fc.nat(),
      limits: fc.record({ articles: fc.nat(), bytes: fc.nat() }),
      questions: fc.record({ asked: fc.nat(), answered: fc.nat() }),
    });
    fc.assert(
      fc.property(given, language, (value, spoken) => {
        expectValid(renderStats(value, spoken));
      }),
    );
  });

  it('for a list', () => {
    const articles = fc.uniqueArray(summary, { maxLength: 10, selector: (article) => article.id });
    fc.assert(
      fc.property(
        articles,
        fc.nat({ max: 30 }),
        fc.boolean(),
        language,
        (shown, before, filtered, spoken) => {
          const offset = before * 10;
          const list = { total: offset + shown.length + 7, articles: shown };
          const pageId = (at: number) => `archive-list:${at}:-100000:100000:abcdefabcdef`;
          expectValid(renderList({ list, offset, filtered, pageId, language: spoken }));
        },
      ),
    );
  });

  it('for a removal', () => {
    fc.assert(
      fc.property(summary, some, language, (article, canonical, spoken) => {
        expectValid(renderRemovalQuestion({ ...article, canonical, paragraphs: [] }, spoken));
        expectValid(renderRemoved(article, spoken));
        expectValid(renderRestored(article, spoken));
      }),
    );
  });

  it('for gaps', () => {
    const gap = fc.record({
      id,
      question: some,
      variants: fc.array(some, { maxLength: 5 }),
      count: fc.integer({ min: 1, max: 1_000_000 }),
      lastAskedAt: fc.constant('2024-02-10T08:30:00.000Z'),
    });
    const gaps = fc.uniqueArray(gap, { maxLength: 5, selector: (one) => one.id });
    fc.assert(
      fc.property(gaps, language, (shown, spoken) => {
        expectValid(renderGaps({ total: shown.length + 20, gaps: shown }, 5, spoken));
      }),
    );
  });

  it.each(LANGUAGES)('for an export in %s', (spoken) => {
    const parts = Array.from({ length: 10 }, () => new Uint8Array(3));
    expectValid(renderExport({ parts, articles: 123_456, day: '2024-02-10' }, spoken));
    expectValid(renderTooLargeExport(26_214_400, '123456789012345678', spoken));
  });

  it('for the definition of the command', () => {
    expect(validateCommand(ARCHIVE_DEFINITION)).toEqual([]);
  });
});

describe('what an export is called', () => {
  it('is the day, and the part where there are several', () => {
    const one = { parts: [new Uint8Array(1)], articles: 1, day: '2024-02-10' };
    expect(fileNames(renderExport(one, 'en'))).toEqual(['archive-2024-02-10.jsonl']);
    const two = { ...one, parts: [new Uint8Array(1), new Uint8Array(1)] };
    expect(fileNames(renderExport(two, 'en'))).toEqual([
      'archive-2024-02-10-1-of-2.jsonl',
      'archive-2024-02-10-2-of-2.jsonl',
    ]);
  });
});

function fileNames({ files = [] }: MessageReply): readonly string[] {
  return files.map(({ name }) => name);
}

function expectValid(reply: MessageReply): void {
  expect(validateMessage(messageBody(reply), 'webhook', { fileNames: fileNames(reply) })).toEqual(
    [],
  );
}
