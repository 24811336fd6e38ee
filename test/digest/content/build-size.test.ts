import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/archive/canonical.ts';
import { MOST_ARTICLES } from '../../../src/digest/content/create-builder.ts';
import {
  entriesOf,
  headlinesOf,
  openBuilderKit,
  textNumber,
  type BuilderKit,
} from './builder-kit.ts';

const SECTIONS = ['World', 'Sport', 'Culture', null];

/** Straight into the database, which is quick; article `at` of the day `at` hours after the first. */
function fill({ database }: BuilderKit, count: number): void {
  database.transaction(() => {
    for (let at = 0; at < count; at++) {
      const { canonical, paragraphs } = canonicalText(textNumber(at));
      const published = new Date(Date.UTC(2024, 0, 1, at));
      database.articles.insert({
        ...{ id: `article${at}`, scope: 'shared', headline: `Number ${at}`, revision: 1 },
        ...{ section: SECTIONS[at % SECTIONS.length] ?? null, byline: null, source: null },
        ...{ url: null, externalId: null, publishedAt: published.toISOString(), language: 'en' },
        ...{ photoCaption: null, canonical, paragraphs, contentHash: `hash${at}` },
        ...{ ingestedAt: '2024-03-01T12:00:00Z', ingestedBy: 'test', words: 120 },
        day: Math.floor(published.getTime() / 86_400_000),
      });
    }
  });
}

describe.each([0, 10, MOST_ARTICLES, MOST_ARTICLES + 1, 5_000])('%i new articles', (count) => {
  it('are shown, of more than two hundred the newest, and the others are counted', async () => {
    const kit = openBuilderKit();
    fill(kit, count);
    const digest = await kit.build();
    const shown = Math.min(count, MOST_ARTICLES);
    expect(digest).toMatchObject({ articles: count, corrected: 0, omitted: count - shown });
    const newest = Array.from({ length: shown }, (_, at) => `Number ${count - 1 - at}`);
    expect(new Set(headlinesOf(digest))).toEqual(new Set(newest));
    expect(entriesOf(digest)).toHaveLength(shown);
    const sections = count === 0 ? [] : ['Culture', 'Sport', 'World', null];
    expect(new Set(digest.sections.map(({ section }) => section))).toEqual(new Set(sections));
    for (const { entries } of digest.sections) {
      const dates = entries.map(({ article }) => article.publishedAt ?? '');
      expect(dates).toEqual(dates.toSorted().toReversed());
    }
  });
});
