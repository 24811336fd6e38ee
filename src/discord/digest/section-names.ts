import { displayLine } from '../markdown/literal.ts';

export interface ReadSections {
  /** As the archive spells them, each once. */
  readonly sections: readonly string[];
  /** What is none, as typed. */
  readonly unknown: readonly string[];
}

/**
 * Sections from one text with commas between them. A name may have commas itself: the text is divided so that as little as
 * possible is unknown, and then into as few names as possible.
 */
export function readSections(typed: string, known: readonly string[]): ReadSections {
  const pieces = piecesOf(typed);
  const names = namesOf(known);
  let rest: Division | null = null;
  // From the end: the best division behind each piece is known before it is needed.
  const behind: (Division | null)[] = [null];
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    rest = bestDivision(pieces, at, names, behind);
    behind.unshift(rest);
  }
  const parts = listOf(rest);
  return {
    sections: [...new Set(parts.flatMap(({ section }) => section ?? []))],
    unknown: parts.flatMap(({ section, text }) => (section === null && text !== '' ? [text] : [])),
  };
}

/**
 * What the text may become: the names before its last one stay, the last one is completed to those that contain it.
 * Texts as the archive spells the names.
 */
export function completeSections(typed: string, known: readonly string[]): readonly string[] {
  const pieces = typed.split(',');
  const completed = new Set<string>();
  // The last name may have begun before any of the commas.
  for (let from = 0; from < pieces.length; from += 1) {
    const before = readSections(pieces.slice(0, from).join(','), known);
    if (before.unknown.length > 0) break;
    const wanted = sectionKey(pieces.slice(from).join(','));
    for (const section of known) {
      if (before.sections.includes(section) || !sectionKey(section).includes(wanted)) continue;
      completed.add([...before.sections, section].join(SEPARATOR));
    }
  }
  return [...completed];
}

const SEPARATOR = ', ';

/** The same for spellings that differ in case, blanks and what is invisible. */
export function sectionKey(section: string): string {
  return piecesOf(section).join(',').toLowerCase();
}

function piecesOf(text: string): string[] {
  return text.split(',').map((piece) => displayLine(piece));
}

interface Names {
  readonly byKey: ReadonlyMap<string, string>;
  /** Most pieces between commas that a name has. */
  readonly longest: number;
}

function namesOf(known: readonly string[]): Names {
  const byKey = new Map(known.toReversed().map((section) => [sectionKey(section), section]));
  // A name of which nothing can be seen cannot be typed.
  byKey.delete('');
  const longest = known.reduce((most, section) => Math.max(most, piecesOf(section).length), 1);
  return { byKey, longest };
}

/** A name, or one piece that is none, and what is behind it. */
interface Division {
  readonly section: string | null;
  readonly text: string;
  readonly rest: Division | null;
  readonly unknown: number;
  readonly parts: number;
}

/** @param behind the best divisions from `at + 1` on. */
function bestDivision(
  pieces: readonly string[],
  at: number,
  { byKey, longest }: Names,
  behind: readonly (Division | null)[],
): Division {
  const piece = pieces[at] ?? '';
  let best = divide(null, piece, behind[0] ?? null);
  for (let length = 1; length <= Math.min(longest, pieces.length - at); length += 1) {
    const text = pieces.slice(at, at + length).join(',');
    const section = byKey.get(text.toLowerCase());
    if (section === undefined) continue;
    const candidate = divide(section, text, behind[length - 1] ?? null);
    if (isBetter(candidate, best)) best = candidate;
  }
  return best;
}

function divide(section: string | null, text: string, rest: Division | null): Division {
  const isUnknown = section === null && text !== '';
  return {
    section,
    text,
    rest,
    unknown: (rest?.unknown ?? 0) + Number(isUnknown),
    parts: (rest?.parts ?? 0) + 1,
  };
}

function isBetter(one: Division, other: Division): boolean {
  return one.unknown === other.unknown ? one.parts < other.parts : one.unknown < other.unknown;
}

function listOf(division: Division | null): Division[] {
  const list: Division[] = [];
  for (let each = division; each !== null; each = each.rest) list.push(each);
  return list;
}
