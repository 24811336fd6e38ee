import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/archive/article.ts';
import { canonicalText, contentHash } from '../../src/archive/canonical.ts';

const DRAFT: ArticleDraft = {
  headline: 'A headline',
  publishedAt: '2024-02-10',
  section: 'World',
  byline: 'Jane Doe',
  source: 'Example',
  url: 'https://example.org/a',
  externalId: '1',
  language: 'en',
  photoCaption: 'A caption',
  paragraphs: [
    { kind: 'text', text: 'One.' },
    { kind: 'text', text: 'Two.' },
  ],
  notes: [],
};

describe('canonicalText', () => {
  it('gives every paragraph back at its offsets', () => {
    const paragraph = fc.record({
      kind: fc.constantFrom('text' as const, 'subheading' as const),
      text: fc.string({ minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(paragraph), (paragraphs) => {
        const { canonical, paragraphs: slices } = canonicalText(paragraphs);
        expect(
          slices.map(({ kind, start, end }) => ({ kind, text: canonical.slice(start, end) })),
        ).toEqual(paragraphs);
        expect(canonical).toBe(paragraphs.map(({ text }) => text).join('\n\n'));
      }),
    );
  });
});

describe('contentHash', () => {
  it('is a SHA-256 that stays the same over releases', () => {
    // Stored hashes recognise what is there already: another value here makes every article new.
    expect(contentHash(DRAFT)).toBe(
      '8d42a0f2e45e8eb7ce9613ab218d07f2c07578a980470d34534b89dad9c65059',
    );
  });

  it.each<Partial<ArticleDraft>>([
    { headline: 'Another' },
    { publishedAt: null },
    { section: null },
    { byline: null },
    { source: null },
    { url: null },
    { externalId: '2' },
    { language: 'de' },
    { photoCaption: null },
    { section: 'Jane Doe', byline: 'World' },
    { paragraphs: [{ kind: 'text', text: 'One.Two.' }] },
  ])('changes with %o', (change) => {
    expect(contentHash({ ...DRAFT, ...change })).not.toBe(contentHash(DRAFT));
  });

  it('does not change with the notes', () => {
    expect(contentHash({ ...DRAFT, notes: ['a note'] })).toBe(contentHash(DRAFT));
  });
});
