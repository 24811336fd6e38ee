import fc from 'fast-check';
import type { Citation } from '../../../../src/answer/answer.ts';
import { cite } from '../../../../src/answer/citation.ts';
import type { Digest, DigestEntry, DigestSection } from '../../../../src/digest/digest.ts';
import type { DigestSchedule } from '../../../../src/digest/schedule.ts';
import { anyArticle } from '../sample-articles.ts';

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

/** Of hostile and huge articles. */
const anyEntry: fc.Arbitrary<DigestEntry> = fc
  .record({
    article: anyArticle,
    corrected: fc.boolean(),
    lead: fc.boolean(),
    quotation: fc.boolean(),
    alsoIn: fc.array(anyArticle, { maxLength: 4 }),
  })
  .map(({ article, corrected, lead, quotation, alsoIn }) => {
    const { canonical, paragraphs } = article;
    const [first = { start: 0, end: 0 }] = paragraphs;
    const { start, end } = paragraphs.at(-1) ?? first;
    const slice = (from: number, to: number) => ({
      start: from,
      end: to,
      text: canonical.slice(from, to),
    });
    return sampleEntry({
      article: cite(article),
      corrected,
      lead: lead ? slice(first.start, first.end) : null,
      quotation: quotation
        ? { ...slice(start, end), speaker: slice(first.start, first.end) }
        : null,
      alsoIn: alsoIn.map(cite),
    });
  });

const anySection: fc.Arbitrary<DigestSection> = fc.record({
  section: fc.option(anyArticle.map(({ headline }) => headline)),
  entries: fc.array(anyEntry, { minLength: 1, maxLength: 9 }),
});

/** Any digest, also one without articles. */
export const anyDigest: fc.Arbitrary<Digest> = fc
  .record({
    sections: fc.array(anySection, { maxLength: 4 }),
    firstDate: fc.constantFrom('2026-11-24', '2026-11-22', '2025-12-31'),
    omitted: fc.constantFrom(0, 1, 5_000),
  })
  .map(({ sections, ...facts }) => sampleDigest(sections, facts));

export const anySchedule: fc.Arbitrary<DigestSchedule> = fc
  .record({
    topic: fc.option(anyArticle.map(({ canonical }) => canonical.slice(0, 300))),
    style: fc.constantFrom('compact', 'full'),
    whenEmpty: fc.constantFrom('skip', 'say'),
    mentionRole: fc.option(fc.constant('123456789012345678')),
    language: fc.constantFrom('en', 'de', 'fr', 'es'),
  })
  .map(sampleSchedule);
