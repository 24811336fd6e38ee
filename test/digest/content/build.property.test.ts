import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SHARED_SCOPE, type Article } from '../../../src/archive/article.ts';
import {
  likeness,
  NEAR_DUPLICATE_LIKENESS,
  shinglesOf,
  wordsOf,
} from '../../../src/archive/near-duplicates.ts';
import type { Digest, QuotedText } from '../../../src/digest/digest.ts';
import type { DigestSchedule } from '../../../src/digest/schedule.ts';
import { entriesOf, nearly, openBuilderKit, textNumber, type BuilderKit } from './builder-kit.ts';
import { HARBOUR, MOUNTAIN } from '../posting/job-kit.ts';

const SCOPES = [SHARED_SCOPE, HARBOUR, MOUNTAIN] as const;
const SECTIONS = ['World', 'WORLD', 'Sport', 'Culture', null] as const;

interface Added {
  readonly scope: string;
  readonly section: string | null;
  /** An article of the same scope and name is revised. */
  readonly name: number;
  readonly story: number;
  /** Words in which it differs from the others of its story. */
  readonly changed: number;
  readonly day: number | null;
}

const added: fc.Arbitrary<Added> = fc.record({
  scope: fc.constantFrom(...SCOPES),
  section: fc.constantFrom(...SECTIONS),
  name: fc.nat(7),
  story: fc.nat(3),
  // Neighbours are alike, the first and the last are not.
  changed: fc.constantFrom(0, 3, 15, 30, 60),
  day: fc.option(fc.integer({ min: 1, max: 28 })),
});
const life = fc.record({
  before: fc.array(added, { maxLength: 5 }),
  since: fc.array(added, { maxLength: 12 }),
  after: fc.array(added, { maxLength: 2 }),
  posted: fc.array(fc.nat(20), { maxLength: 3 }),
  removed: fc.array(fc.nat(20), { maxLength: 2 }),
  sections: fc.uniqueArray(fc.constantFrom('world', 'sport', 'culture'), { maxLength: 2 }),
  mutedSections: fc.uniqueArray(fc.constantFrom('World', 'Sport'), { maxLength: 1 }),
});

it('holds every article that is new once, and nothing else', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(life, async ({ before, since, after, posted, removed, ...filters }) => {
      const kit = openBuilderKit();
      await addAll(kit, before);
      const seenKey = kit.database.news.highestKey();
      await addAll(kit, since);
      const untilKey = kit.database.news.highestKey();
      await addAll(kit, after);
      const keys = posted.map((key) => key + 1).filter((key) => key <= untilKey);
      const inChannel = kit.library.articlesByKeys(keys).filter(isVisible);
      kit.post(inChannel.map(({ key }) => key));
      await removeSome(kit, removed);
      const schedule = {
        seenKey,
        mutedSections: filters.mutedSections,
        sections: filters.sections,
      };
      const digest = await kit.build({ ...schedule, style: 'full' }, untilKey);
      const news = current(kit).filter(
        ({ key, section }) =>
          key > seenKey &&
          key <= untilKey &&
          !inChannel.some((each) => each.key === key) &&
          passes(section, filters),
      );
      expect(idsOf(digest).sort()).toEqual(news.map(({ id }) => id).sort());
      expect(digest).toMatchObject({ articles: news.length, omitted: 0 });
      expectStories(digest, news);
      expectVerbatim(digest, news);
      expectOrder(digest);
    }),
    { numRuns: 30 },
  );
});

async function addAll(kit: BuilderKit, all: readonly Added[]): Promise<void> {
  for (const { scope, section, name, story, changed, day } of all) {
    const publishedAt = day === null ? null : `2024-02-${String(day).padStart(2, '0')}`;
    const paragraphs = nearly(textNumber(story), changed);
    await kit.add(
      { headline: `${name}`, externalId: `${name}`, section, publishedAt, paragraphs },
      scope,
    );
  }
}

async function removeSome(kit: BuilderKit, keys: readonly number[]): Promise<void> {
  const gone = current(kit).filter(({ key }) => keys.includes(key));
  for (const { id, scope } of gone) await kit.library.remove(id, scope, 'test');
}

function isVisible({ scope }: Article): boolean {
  return scope !== MOUNTAIN;
}

/** What the guild sees. */
function current({ library }: BuilderKit): Article[] {
  const { articles } = library.list({ scopes: [SHARED_SCOPE, HARBOUR], limit: 100 });
  return library.articlesByKeys(articles.map(({ key }) => key));
}

function passes(
  section: string | null,
  { sections, mutedSections }: Pick<DigestSchedule, 'sections' | 'mutedSections'>,
): boolean {
  const isSame = (other: string) => other.toLowerCase() === section?.toLowerCase();
  return (sections.length === 0 || sections.some(isSame)) && !mutedSections.some(isSame);
}

function idsOf(digest: Digest): string[] {
  return entriesOf(digest).flatMap(({ article, alsoIn }) =>
    [article, ...alsoIn].map(({ id }) => id),
  );
}

/** Articles are in one entry when a chain of likenesses leads from one to the other, and only then. */
function expectStories(digest: Digest, news: readonly Article[]): void {
  const groups = entriesOf(digest).map(({ article, alsoIn }) =>
    [article, ...alsoIn].map(({ id }) => id).sort(),
  );
  expect(groups.sort()).toEqual(plainGroups(news).sort());
}

const NOTHING = new Uint32Array();

/** By comparing each with each until nothing changes. */
function plainGroups(news: readonly Article[]): string[][] {
  const shingles = news.map(({ canonical }) => shinglesOf(wordsOf(canonical)));
  const group = news.map((_, at) => at);
  const pairs = news.flatMap((_, a) => news.map((__, b) => [a, b] as const));
  const alike = pairs.filter(([a, b]) => {
    const [one = NOTHING, other = NOTHING] = [shingles[a], shingles[b]];
    return likeness(one, other) >= NEAR_DUPLICATE_LIKENESS;
  });
  news.forEach(() => {
    for (const [a, b] of alike) {
      const lower = Math.min(group[a] ?? a, group[b] ?? b);
      group[a] = lower;
      group[b] = lower;
    }
  });
  return [...new Set(group)].map((number) =>
    news
      .filter((_, at) => group[at] === number)
      .map(({ id }) => id)
      .sort(),
  );
}

function expectVerbatim(digest: Digest, news: readonly Article[]): void {
  for (const { articleKey, article, lead, quotation } of entriesOf(digest)) {
    const { id, canonical = '' } = news.find(({ key }) => key === articleKey) ?? {};
    expect(article.id).toBe(id);
    for (const quoted of [lead, quotation, quotation?.speaker]) {
      const { text, start, end } = quoted ?? ({ text: '?', start: 0, end: 0 } satisfies QuotedText);
      expect(text).toBe(canonical.slice(start, end));
    }
  }
}

function expectOrder({ sections }: Digest): void {
  const counts = sections
    .filter(({ section }) => section !== null)
    .map((each) => each.entries.length);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  expect(sections.findIndex(({ section }) => section === null)).toBeOneOf([-1, counts.length]);
  for (const { entries } of sections) {
    const dates = entries.map(({ article }) => article.publishedAt ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
  }
}
