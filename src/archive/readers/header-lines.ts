import { readDate } from './dates.ts';

/**
 * The lines around an article that are no words of it: photo captions, bylines and date lines. Every test takes one
 * cleaned line and looks at no more than `MAX_HEADER_LINE` characters, so a hostile line costs nothing.
 */
const MAX_HEADER_LINE = 600;

/** A line that is wholly a date; an ambiguous or impossible one is a date line too. */
export function isDateLine(line: string): boolean {
  return readDate(line).kind !== 'none';
}

const AGENCY =
  '(?:AFP|AP|Reuters|Getty(?: Images)?|EPA(?:-EFE)?|EFE|AA|Anadolu(?: Agency)?|Xinhua|DPA|TASS|PA(?: Media| Wire)?|' +
  'ANSA|Kyodo|Yonhap|Bloomberg|Shutterstock|Alamy|Zuma(?: Press)?|TRT(?: World)?|Handout)';

/** "… / Photo: Reuters", "FILE PHOTO: …", "FILE - …", "Image caption: …", "… [Getty Images]", "… (AP Photo/Jane Doe)". */
const MARKED_CAPTION = new RegExp(
  [
    '[/|] ?(?:photo|image|picture|file photo) ?:',
    '^(?:file )?(?:photo|image|picture)(?: caption| credit)? ?:',
    '^file (?:photo|image|picture)\\b',
    '^file ?[-–—:] ',
    `\\[[^\\]]{0,60}\\b${AGENCY}\\b[^\\]]{0,60}\\]$`,
    '\\((?:ap|afp|getty|reuters|epa)[ -](?:photo|images?)\\b[^)]{0,60}\\)$',
    '\\((?:photo|image|picture|file)s?\\b[^)]{0,60}\\)$',
  ].join('|'),
  'i',
);

/** "… / AFP", "… | Reuters", "… (Reuters)": marks of a caption above the text, but an agency's signature below it. */
const SIGNED_CAPTION = new RegExp(`(?:[/|] ?${AGENCY}(?: photos?)?|\\(${AGENCY}\\))$`, 'i');

/** Is it a photo caption by its own marks, wherever it stands? */
export function isMarkedCaption(line: string): boolean {
  return line.length <= MAX_HEADER_LINE && MARKED_CAPTION.test(line);
}

/** Is it a photo caption, standing above the text? */
export function isHeaderCaption(line: string): boolean {
  return isMarkedCaption(line) || (line.length <= MAX_HEADER_LINE && SIGNED_CAPTION.test(line));
}

const MAX_BYLINE_WORDS = 14;

/** Words that stand uncapitalised between names. */
const BETWEEN_NAMES = new Set(
  'and with for in of the at to & de da di la le van von der den bin al el agencies staff reporter correspondent editor'.split(
    ' ',
  ),
);

/** "By Jane Doe", "By Jane Doe in Kyiv and agencies", "Written by John Roe". */
export function isByline(line: string): boolean {
  const names = /^(?:(?:written|reported) )?by:? (?<names>.+)$/i.exec(
    line.slice(0, MAX_HEADER_LINE),
  )?.groups?.['names'];
  return names !== undefined && looksLikeNames(names);
}

/** "Jane Doe and John Roe", "TRT World and agencies": a line of names, if the lines around it speak for a byline. */
export function looksLikeNames(line: string): boolean {
  if (line.length > MAX_HEADER_LINE || /[!?:;…"“”]|\d|[^.]\.\.|\b\p{Ll}{3,}\.$/u.test(line))
    return false;
  const words = line.split(/[\s,/|]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > MAX_BYLINE_WORDS) return false;
  return (
    words.some((word) => /^\p{Lu}/u.test(word)) &&
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || BETWEEN_NAMES.has(word.toLowerCase()))
  );
}

/** The names alone: "By Jane Doe" says no more than "Jane Doe". */
export function bylineNames(line: string): string {
  return line.replace(/^(?:(?:written|reported) )?by:? /i, '');
}
