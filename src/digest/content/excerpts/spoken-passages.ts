import type { Article, ParagraphKind, Span } from '../../../archive/article.ts';
import type { NameSense } from './names.ts';
import { findQuotedWords, type QuotedWords } from './quoted-words.ts';
import { speakerOf } from './speaker.ts';
import { REACH, spanBefore, type Surroundings } from './surroundings.ts';

/** Quoted words with the one who said them; offsets are those of the article. */
export interface SpokenPassage extends Span {
  readonly speaker: Span;
  /** Of its paragraph. */
  readonly kind: ParagraphKind;
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
  /** Do the words begin with a sentence, and do they end with one? */
  readonly beginsSentence: boolean;
  readonly endsSentence: boolean;
}

/** Characters of an article that are looked at. */
const LOOKED_AT = 100_000;
/** Quotations whose speaker is looked for. */
const MOST_QUOTATIONS = 200;
/** Characters. Shorter ones are titles, single expressions and marks of irony. */
const SHORTEST = 30;

/** The quotations of an article whose speaker the words next to them name, in order. */
export function* spokenPassages(
  article: Article,
  sense: NameSense,
): Generator<SpokenPassage, void, undefined> {
  let tried = 0;
  for (const around of surroundingsIn(article, sense)) {
    for (const [at, { start, end }] of around.quoted.entries()) {
      if (end - start < SHORTEST) continue;
      if (++tried > MOST_QUOTATIONS) return;
      const speaker = speakerOf(at, around);
      if (speaker === null) continue;
      const { paragraph, number } = around;
      const whole = {
        beginsSentence: beginsSentence(at, around),
        endsSentence: endsSentence(at, around),
      };
      yield { start, end, speaker, kind: paragraph.kind, paragraph: number, ...whole };
    }
  }
}

function* surroundingsIn(
  article: Article,
  sense: NameSense,
): Generator<Surroundings, void, undefined> {
  for (const [number, paragraph] of article.paragraphs.entries()) {
    if (paragraph.start >= LOOKED_AT) return;
    if (paragraph.kind === 'subheading') continue;
    const text = article.canonical.slice(paragraph.start, Math.min(paragraph.end, LOOKED_AT));
    const quoted = findQuotedWords(text).map((words) => shifted(words, paragraph.start));
    yield { article, paragraph, number, quoted, sense };
  }
}

function shifted({ start, end, outerStart, outerEnd }: QuotedWords, by: number): QuotedWords {
  return { start: start + by, end: end + by, outerStart: outerStart + by, outerEnd: outerEnd + by };
}

/** Not within a sentence, as in `calls it "a disgrace"`. */
function beginsSentence(at: number, around: Surroundings): boolean {
  const { canonical } = around.article;
  const { start } = around.quoted[at] ?? { start: 0 };
  const span = spanBefore(at, around);
  const before = canonical.slice(span.start, span.end).trimEnd();
  return (
    OPENING.test(canonical.slice(start, start + 3)) && (before === '' || OPENABLE.test(before))
  );
}

const OPENING = /^[\p{Pi}\p{Ps}"'¿¡]*[\p{Lu}\p{N}]/u;
const OPENABLE = /[.!?…:,\p{Ll}\p{Pe}\p{Pf}"]$/u;

/** Neither broken off nor going on behind an interruption, as in `"If I win," he said, "we all win."` */
function endsSentence(at: number, around: Surroundings): boolean {
  const { canonical } = around.article;
  const words = around.quoted[at];
  if (words === undefined) return false;
  const last = canonical.charAt(words.end - 1);
  if (ENDING.test(last)) return true;
  const closed =
    last === ',' || /^\s*[,.]/.test(canonical.slice(words.outerEnd, words.outerEnd + 3));
  return closed && !goesOn(at, around);
}

const ENDING = /[.!?…]/;

function goesOn(at: number, { article: { canonical }, paragraph, quoted }: Surroundings): boolean {
  const start = quoted[at]?.outerEnd ?? paragraph.end;
  return INTERRUPTION.test(canonical.slice(start, Math.min(start + REACH, paragraph.end)));
}

/** Also where the second part has no closing mark, since it goes on in the next paragraph. */
const INTERRUPTION = /^[^"“„«»‘]*,\s*["“„«»‘]\s*\p{Ll}/u;
