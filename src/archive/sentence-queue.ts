import type { Article, Span } from './article.ts';
import { walkSentences } from './sentences.ts';
import { pieceEnds } from './text-cut.ts';

/** A sentence, a subheading, or a part of one that was too long. */
export interface Atom extends Span {
  readonly words: number;
  readonly heading: boolean;
}

export type PassageSource = Pick<Article, 'canonical' | 'paragraphs' | 'language' | 'headline'>;

/** The sentences of an article from some point on. They are found as they are asked for, so a long article costs its front only. */
export class SentenceQueue {
  readonly #canonical: string;
  readonly #source: Generator<Atom, void, undefined>;
  readonly #atoms: Atom[] = [];

  /** @param maxLength UTF-16 units; a longer sentence comes in parts, cut at clauses or words. */
  constructor(article: PassageSource, maxLength: number) {
    this.#canonical = article.canonical;
    this.#source = walkAtoms(article, maxLength);
  }

  /** The atom `index` places behind the front; undefined behind the last. */
  at(index: number): Atom | undefined {
    while (this.#atoms.length <= index) {
      const next = this.#source.next();
      if (next.done === true) return undefined;
      this.#atoms.push(next.value);
    }
    return this.#atoms[index];
  }

  /** Removes `count` atoms from the front. */
  drop(count: number): void {
    this.#atoms.splice(0, count);
  }

  /** Cuts the atom at `index` in two, behind its first `length` UTF-16 units. */
  split(index: number, length: number): void {
    const atom = this.at(index);
    if (atom === undefined) return;
    const ends = [atom.start + length, atom.end];
    this.#atoms.splice(index, 1, ...atomsOf(this.#canonical, atom.start, ends, atom.heading));
  }
}

function* walkAtoms(
  { canonical, paragraphs, language }: PassageSource,
  maxLength: number,
): Generator<Atom, void, undefined> {
  for (const { kind, start, end } of paragraphs) {
    const text = canonical.slice(start, end);
    const heading = kind === 'subheading';
    const sentences = heading ? [{ start: 0, end: text.length }] : walkSentences(text, language);
    for (const sentence of sentences) {
      const offset = start + sentence.start;
      const pieces = pieceEnds(text.slice(sentence.start, sentence.end), maxLength);
      yield* atomsOf(canonical, offset, shifted(pieces, offset), heading);
    }
  }
}

function* shifted(ends: Iterable<number>, offset: number): Generator<number, void, undefined> {
  for (const end of ends) yield end + offset;
}

/** One trimmed atom from `start` to the first end, one from there to the next, and so on; none for mere white space. */
function* atomsOf(
  canonical: string,
  start: number,
  ends: Iterable<number>,
  heading: boolean,
): Generator<Atom, void, undefined> {
  let from = start;
  for (const end of ends) {
    const text = canonical.slice(from, end);
    const trimmed = text.trim();
    const first = from + text.length - text.trimStart().length;
    from = end;
    if (trimmed === '') continue;
    yield { start: first, end: first + trimmed.length, words: countWords(trimmed), heading };
  }
}

/** Words for the purpose of length: scripts without spaces count two characters, endless runs 24 characters as a word. */
function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]{1,2}|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]{1,24}/gu;
