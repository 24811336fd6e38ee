import type { Language } from '../language.ts';
import { FETCH_WORDINGS } from './fetch-wordings.ts';
import { NOTE_WORDINGS } from './note-wordings.ts';
import { REASON_WORDINGS } from './reason-wordings.ts';

/** A sentence of the readers, as a pattern for all of it, and what it is in the other languages: `$1` for a group. */
export interface Wording {
  readonly pattern: RegExp;
  readonly de: string;
  readonly fr: string;
  readonly es: string;
}

/**
 * A note or reason of the readers, which speak English, in the reader's language. One that is not known stays English: it
 * still says more than nothing.
 */
export function readerWording(sentence: string, language: Language): string {
  const bare = FETCH_FRAME.exec(sentence)?.groups?.['reason'] ?? sentence;
  if (language === 'en') return bare;
  const known = WORDINGS.find(({ pattern }) => pattern.test(bare));
  return known === undefined ? bare : bare.replace(known.pattern, known[language]);
}

const WORDINGS: readonly Wording[] = [...NOTE_WORDINGS, ...REASON_WORDINGS, ...FETCH_WORDINGS];

/** The address stands before the reason already. */
const FETCH_FRAME =
  /^\S+ could not be fetched: (?<reason>.+)\. Check the address in a browser, or save the page and ingest the file\.$/s;
