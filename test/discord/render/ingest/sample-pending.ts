import fc from 'fast-check';
import type { ArticleDraft } from '../../../../src/archive/article.ts';
import { cleanText } from '../../../../src/archive/clean-text.ts';
import type { ArticleSummary } from '../../../../src/archive/library.ts';
import type {
  DraftChange,
  InputFailure,
  PendingArticle,
  PendingIngest,
  ReceiptArticle,
} from '../../../../src/guild/guild-archive.ts';
import { anyText } from '../../markdown/hostile-text.ts';

export function sampleDraft(facts: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    headline: 'Harbour opens again',
    publishedAt: '2024-02-10',
    section: 'City',
    byline: 'Jane Doe',
    source: 'The Paper',
    url: 'https://example.com/harbour',
    externalId: null,
    language: 'en',
    photoCaption: null,
    paragraphs: [{ kind: 'text', text: 'The harbour is open again. Ships may enter.' }],
    notes: [],
    ...facts,
  };
}

export function samplePending(facts: Partial<PendingArticle> = {}): PendingArticle {
  return {
    draft: sampleDraft(),
    input: 'harbour.txt',
    words: 8,
    characters: 44,
    passages: 1,
    status: 'new',
    existing: null,
    changes: [],
    nearDuplicates: [],
    ...facts,
  };
}

export function sampleIngest(
  articles: readonly PendingArticle[],
  failures: readonly InputFailure[] = [],
): PendingIngest {
  return { id: 'abcdefghijkl', by: '123456789012345678', articles, failures };
}

export function sampleSummary(headline: string): ArticleSummary {
  return {
    key: 3,
    id: 'mnopqrstuvwx',
    scope: '123456789012345678',
    headline,
    section: null,
    byline: null,
    source: null,
    url: null,
    externalId: null,
    publishedAt: null,
    language: 'en',
    photoCaption: null,
    contentHash: '0'.repeat(64),
    ingestedAt: '2024-02-11T00:00:00Z',
    ingestedBy: 'terminal',
    revision: 1,
    state: 'current',
    day: null,
    words: 5,
    passages: 1,
    removedAt: null,
    removedBy: null,
  };
}

/** Stored texts are cleaned; what is left of some is nothing. */
const line = fc
  .tuple(anyText, fc.integer({ min: 1, max: 40 }))
  .map(([text, times]) => cleanText(`${text} `.repeat(times)).slice(0, 2_000));
const filled = line.map((text) => text || '*');
const fact = fc.option(filled);

const draft: fc.Arbitrary<ArticleDraft> = fc.record({
  headline: line.map((text) => text.slice(0, 1_000)),
  publishedAt: fc.option(fc.constantFrom('2024-02-10', '2024-02-10T08:30:00+01:00')),
  section: fact,
  byline: fact,
  source: fact,
  url: fc.option(
    fc.oneof(
      fc.webUrl(),
      fc
        .integer({ min: 1, max: 1_900 })
        .map((length) => `https://example.com/${'_'.repeat(length)}`),
    ),
  ),
  externalId: fc.constant(null),
  language: fc.constant('en'),
  photoCaption: fc.constant(null),
  paragraphs: fc.array(fc.record({ kind: fc.constant('text' as const), text: filled }), {
    minLength: 1,
    maxLength: 8,
  }),
  notes: fc.array(filled, { maxLength: 8 }),
});

const change: fc.Arbitrary<DraftChange> = fc.record({
  field: fc.constantFrom('headline', 'publishedAt', 'section', 'byline', 'source', 'url'),
  before: fact,
  after: fact,
});

const nearDuplicate = fc.record({
  id: fc.constant('bcdefghijklm'),
  headline: line,
  likeness: fc.double({ min: 0.6, max: 1, noNaN: true }),
});

export const anyPending: fc.Arbitrary<PendingArticle> = fc.record({
  draft,
  input: filled,
  words: fc.nat(),
  characters: fc.nat(),
  passages: fc.nat(),
  status: fc.constantFrom('new', 'same', 'changed'),
  existing: fc.option(line.map(sampleSummary)),
  changes: fc.array(change, { maxLength: 7 }),
  nearDuplicates: fc.array(nearDuplicate, { maxLength: 10 }),
});

export const anyFailures: fc.Arbitrary<InputFailure[]> = fc.array(
  fc.record({ input: filled, line: fc.option(fc.nat()), reason: filled }),
  { maxLength: 30 },
);

export const anyReceiptArticles: fc.Arbitrary<ReceiptArticle[]> = fc.array(
  fc.record({ id: fc.constant('cdefghijklmn'), headline: line, revision: fc.nat() }),
  { maxLength: 60 },
);

export const anyNearDuplicates = fc.array(nearDuplicate, { maxLength: 10 });
