import fc from 'fast-check';
import type { Citation } from '../../../../src/answer/answer.ts';
import { cleanText } from '../../../../src/archive/clean-text.ts';
import type { Digest, DigestEntry, DigestSection } from '../../../../src/digest/digest.ts';
import type { DigestSchedule } from '../../../../src/digest/schedule.ts';
import { anyText } from '../../markdown/hostile-text.ts';

export function sampleSchedule(settings: Partial<DigestSchedule> = {}): DigestSchedule {
  return {
    id: 'digestdigest',
    guildId: '100000000000000001',
    createdBy: '100000000000000002',
    createdAt: '2026-11-01T00:00:00Z',
    activeFrom: '2026-11-01T00:00:00Z',
    seenKey: 0,
    mutedSections: [],
    pause: null,
    channelId: '100000000000000003',
    time: '08:00',
    zone: 'Europe/Berlin',
    days: 'every',
    sections: [],
    topic: null,
    style: 'compact',
    whenEmpty: 'say',
    catchUp: 'late',
    mentionRole: null,
    publish: false,
    language: 'en',
    ...settings,
  };
}

export function sampleCitation(facts: Partial<Citation> = {}): Citation {
  return {
    id: 'abcdefghijkl',
    headline: 'Rates fall again',
    section: 'Business',
    byline: 'Jane Doe',
    source: 'The Paper',
    url: 'https://example.com/rates',
    publishedAt: '2026-11-23',
    ...facts,
  };
}

export function sampleEntry(facts: Partial<DigestEntry> = {}): DigestEntry {
  const lead = 'The central bank cut its rate for the third time.';
  return {
    article: sampleCitation(),
    articleKey: 7,
    corrected: false,
    lead: { text: lead, start: 0, end: lead.length },
    quotation: null,
    alsoIn: [],
    ...facts,
  };
}

/** Sections of so many numbered stories; a digest of them. */
export function sampleDigest(
  sections: Readonly<Record<string, number>> | readonly DigestSection[] = { Business: 1 },
  facts: Partial<Digest> = {},
): Digest {
  const all = isSections(sections) ? sections : Object.entries(sections).map(numbered);
  const entries = all.flatMap((section) => section.entries);
  return {
    date: '2026-11-24',
    firstDate: '2026-11-24',
    articles: entries.reduce((sum, { alsoIn }) => sum + 1 + alsoIn.length, 0),
    corrected: entries.filter(({ corrected }) => corrected).length,
    omitted: 0,
    sections: all,
    ...facts,
  };
}

function isSections(value: object): value is readonly DigestSection[] {
  return Array.isArray(value);
}

function numbered([section, count]: readonly [string, number]): DigestSection {
  const entries = Array.from({ length: count }, (_, at) =>
    sampleEntry({ article: sampleCitation({ section, headline: `${section} story ${at + 1}` }) }),
  );
  return { section, entries };
}

/** Stored text, hostile and sometimes far too long: never empty. */
const storedText = fc
  .tuple(anyText, fc.constantFrom(1, 1, 1, 90))
  .map(([text, times]) => cleanText(`${text} `.repeat(times)) || 'word');

const anyUrl = fc.option(
  fc.oneof(
    anyText.map((text) => `https://example.com/${text}`),
    fc.integer({ min: 1, max: 600 }).map((length) => `https://example.com/${'a'.repeat(length)}`),
  ),
);

const anyCitation: fc.Arbitrary<Citation> = fc
  .record({
    headline: storedText,
    byline: fc.option(storedText),
    source: fc.option(storedText),
    url: anyUrl,
    publishedAt: fc.constantFrom(null, '2026-11-23', '2026-11-23T08:30:00Z'),
  })
  .map(sampleCitation);

const anyQuoted = storedText.map((text) => ({ text, start: 0, end: text.length }));

const anyEntry: fc.Arbitrary<DigestEntry> = fc
  .record({
    article: anyCitation,
    corrected: fc.boolean(),
    lead: fc.option(anyQuoted),
    quotation: fc.option(
      fc.tuple(anyQuoted, anyQuoted).map(([said, speaker]) => ({ ...said, speaker })),
    ),
    alsoIn: fc.array(anyCitation, { maxLength: 4 }),
  })
  .map(sampleEntry);

const anySection: fc.Arbitrary<DigestSection> = fc.record({
  section: fc.option(storedText),
  entries: fc.array(anyEntry, { minLength: 1, maxLength: 7 }),
});

/** Any digest of hostile and huge articles, also one without articles. */
export const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    sections: fc.array(anySection, { maxLength: 4 }),
    firstDate: fc.constantFrom('2026-11-24', '2026-11-22', '2025-12-31'),
    omitted: fc.constantFrom(0, 1, 5_000),
  })
  .map(({ sections, ...facts }) => sampleDigest(sections, facts));

export const anySchedule: fc.Arbitrary<DigestSchedule> = fc
  .record({
    topic: fc.option(storedText),
    style: fc.constantFrom('compact', 'full'),
    whenEmpty: fc.constantFrom('skip', 'say'),
    mentionRole: fc.option(fc.constant('123456789012345678')),
    language: fc.constantFrom('en', 'de', 'fr', 'es'),
  })
  .map(sampleSchedule);
