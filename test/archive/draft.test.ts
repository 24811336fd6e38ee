import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/archive/article.ts';
import { canonicalLanguage, checkDraft } from '../../src/archive/draft.ts';

const DRAFT: ArticleDraft = {
  headline: 'A headline',
  publishedAt: '2024-02-10',
  section: null,
  byline: null,
  source: null,
  url: 'https://example.org/a',
  externalId: null,
  language: 'en',
  photoCaption: null,
  paragraphs: [{ kind: 'text', text: 'Some words.' }],
  notes: [],
};

describe('checkDraft', () => {
  it('accepts a draft, also without a headline', () => {
    expect(checkDraft(DRAFT)).toEqual({ ok: true, draft: DRAFT });
    expect(checkDraft({ ...DRAFT, headline: '' }).ok).toBe(true);
  });

  const text = { kind: 'text', text: 'Words.' };
  const standfirst = { kind: 'standfirst', text: 'Words.' };
  it.each([
    [
      { headline: ' a' },
      'headline has line breaks, repeated or outer spaces, or control characters',
    ],
    [{ headline: 'a'.repeat(1_001) }, 'headline is longer than 1000 characters'],
    [
      { publishedAt: '2024-02-30' },
      'publishedAt is neither an ISO date nor an ISO date-time with a time zone',
    ],
    [
      { publishedAt: '2024-02-10T08:30:00' },
      'publishedAt is neither an ISO date nor an ISO date-time with a time zone',
    ],
    [{ section: '' }, 'section is empty where null was expected'],
    [{ url: 'javascript:alert(1)' }, 'url is not an http or https address'],
    [{ language: 'english' }, 'language is not a BCP 47 language tag'],
    [{ paragraphs: [] }, 'paragraphs no text found'],
    [{ paragraphs: [text, { kind: 'text', text: '—' }] }, 'paragraphs.1.text has no words'],
    [
      { paragraphs: [text, standfirst] },
      'paragraphs has a standfirst that is not the first paragraph',
    ],
    [
      {
        paragraphs: Array.from({ length: 3 }, () => ({ kind: 'text', text: 'a'.repeat(700_000) })),
      },
      'paragraphs are longer than 2000000 characters together',
    ],
  ])('refuses %o', (change, problem) => {
    expect(checkDraft({ ...DRAFT, ...change })).toEqual({ ok: false, problems: [problem] });
  });

  it('refuses what is no draft at all', () => {
    expect(checkDraft(null)).toMatchObject({ ok: false });
  });
});

describe('canonicalLanguage', () => {
  it.each([
    ['en_us', 'en-US'],
    [' PT-br ', 'pt-BR'],
    ['english', null],
    ['', null],
    ['e', null],
  ])('makes %j %j', (tag, canonical) => {
    expect(canonicalLanguage(tag)).toBe(canonical);
  });
});
