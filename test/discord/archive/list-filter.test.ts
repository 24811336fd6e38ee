import { describe, expect, it } from 'vitest';
import { pageId, readFilter, readPageId } from '../../../src/discord/archive/list-filter.ts';
import { parseCustomId } from '../../../src/discord/custom-id.ts';
import { archiveTexts } from '../../../src/discord/texts/archive/index.ts';

const TODAY = new Date('2024-02-14T10:00:00Z');
const SECTIONS = [
  { section: 'World', articles: 3 },
  { section: 'Arts & Books: ‮new', articles: 1 },
];
const NOTHING = { section: null, after: null, before: null };

describe('readFilter', () => {
  it('leaves everything in when nothing is typed', () => {
    expect(readFilter({ ...NOTHING, after: ' ' }, SECTIONS, TODAY, 'en')).toEqual({});
  });

  it('reads dates as days and sections in any case', () => {
    const typed = { section: ' world', after: '2024-02-10', before: 'yesterday' };
    expect(readFilter(typed, SECTIONS, TODAY, 'en')).toEqual({
      section: 'World',
      firstDay: 19_763,
      lastDay: 19_766,
    });
  });

  it('names the option of a date it cannot read, in the language of the caller', () => {
    expect(() => readFilter({ ...NOTHING, after: 'soon' }, SECTIONS, TODAY, 'en')).toThrow(
      'I do not understand the date in "after"',
    );
    expect(() => readFilter({ ...NOTHING, before: 'bald' }, SECTIONS, TODAY, 'de')).toThrow(
      'Das Datum in „bis“ verstehe ich nicht',
    );
  });

  it('refuses a range without a day, and an unknown section', () => {
    const { noDayBetween } = archiveTexts.fr.list;
    const { noSection } = archiveTexts.es.list;
    const typed = { section: null, after: '2024', before: '2023' };
    expect(() => readFilter(typed, SECTIONS, TODAY, 'fr')).toThrow(noDayBetween);
    expect(() => readFilter({ ...NOTHING, section: 'Sport' }, SECTIONS, TODAY, 'es')).toThrow(
      noSection,
    );
  });
});

describe('readPageId', () => {
  it.each([
    {},
    { section: 'World' },
    { section: 'Arts & Books: ‮new', firstDay: -3, lastDay: 20_000 },
    { lastDay: 0 },
  ])('gives back the filter and offset that pageId was given: %j', (filter) => {
    const { args } = parseCustomId(pageId(filter, 120));
    expect(readPageId(args, SECTIONS, 'en')).toEqual({ offset: 120, filter });
  });

  it('refuses a section that is not there', () => {
    const { args } = parseCustomId(pageId({ section: 'Sport' }, 0));
    expect(() => readPageId(args, SECTIONS, 'en')).toThrow(archiveTexts.en.list.noSection);
  });

  it.each([
    [[]],
    [['-5', 'x', '9999999999999', '']],
    [['NaN', '', '', '']],
    [['1e9', 'Infinity', '0x10', '', 'more']],
  ])('shows the first page of everything for an id that was made up: %j', (args) => {
    expect(readPageId(args, SECTIONS, 'en')).toEqual({ offset: 0, filter: {} });
  });
});
