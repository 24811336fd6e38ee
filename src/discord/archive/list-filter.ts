import { createHash } from 'node:crypto';
import { parseDateBound, type DateEdge, type DayRange } from '../../archive/date-range.ts';
import type { SectionCount } from '../../archive/library.ts';
import { UserError } from '../../errors.ts';
import { customId } from '../custom-id.ts';
import { archiveTexts } from '../texts/archive/index.ts';
import type { Language } from '../texts/language.ts';
import { WordedError } from '../worded-error.ts';

/** What `/archive list` leaves out: kept in the custom ids of its page buttons. */
export interface ListFilter extends DayRange {
  /** As the archive spells it. */
  readonly section?: string;
}

export interface TypedFilter {
  readonly section: string | null;
  readonly after: string | null;
  readonly before: string | null;
}

/** @throws {UserError} for a section that is not there, or dates that cannot be read or leave no day. */
export function readFilter(
  { section, after, before }: TypedFilter,
  sections: readonly SectionCount[],
  today: Date,
  language: Language,
): ListFilter {
  const { list } = archiveTexts[language];
  const firstDay = readDate(after, 'after', today, language);
  const lastDay = readDate(before, 'before', today, language);
  if (firstDay !== undefined && lastDay !== undefined && firstDay > lastDay) {
    throw new WordedError(list.noDayBetween);
  }
  const key = section === null ? '' : sectionKey(section);
  return {
    ...(firstDay !== undefined && { firstDay }),
    ...(lastDay !== undefined && { lastDay }),
    ...findSection(key, sections, language),
  };
}

function readDate(
  typed: string | null,
  edge: DateEdge,
  today: Date,
  language: Language,
): number | undefined {
  if (typed === null || typed.trim() === '') return undefined;
  try {
    return parseDateBound(typed, edge, today);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { names, list } = archiveTexts[language];
    const { name } = edge === 'after' ? names.listAfter : names.listBefore;
    throw new WordedError(list.badDate(name), { cause: error });
  }
}

/** Custom id of a page, with the filter; the section as a short hash, since custom ids hold no texts. */
export function pageId({ firstDay, lastDay, section }: ListFilter, offset: number): string {
  const key = section === undefined ? '' : sectionKey(section);
  return customId('archive-list', offset, firstDay ?? '', lastDay ?? '', key);
}

/**
 * The reverse of `pageId`. What is no number counts as absent: an id that was made up shows another page of what may be
 * seen anyway.
 * @throws {UserError} when the section is not there any more.
 */
export function readPageId(
  [offset, firstDay, lastDay, key = '']: readonly string[],
  sections: readonly SectionCount[],
  language: Language,
): { readonly offset: number; readonly filter: ListFilter } {
  const first = wholeNumber(firstDay);
  const last = wholeNumber(lastDay);
  return {
    offset: readOffset(offset),
    filter: {
      ...(first !== null && { firstDay: first }),
      ...(last !== null && { lastDay: last }),
      ...findSection(key, sections, language),
    },
  };
}

/** 0 for what is no offset. */
export function readOffset(arg: string | undefined): number {
  return Math.max(0, wholeNumber(arg) ?? 0);
}

function wholeNumber(arg = ''): number | null {
  return /^-?\d{1,9}$/.test(arg) ? Number(arg) : null;
}

function findSection(
  key: string,
  sections: readonly SectionCount[],
  language: Language,
): { readonly section?: string } {
  if (key === '') return {};
  const found = sections.find(({ section }) => sectionKey(section) === key);
  if (found === undefined) throw new WordedError(archiveTexts[language].list.noSection);
  return { section: found.section };
}

const KEY_LENGTH = 12;

/** The same for spellings that differ in case. */
function sectionKey(section: string): string {
  return createHash('sha256')
    .update(section.trim().toLowerCase())
    .digest('hex')
    .slice(0, KEY_LENGTH);
}
