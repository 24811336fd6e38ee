import type { Span } from '../../../archive/article.ts';
import { saysWho, speakerBefore, speakerBehind, speechVerbs } from './attribution.ts';
import { speechTokens, type SpeechToken } from './speech-tokens.ts';
import { REACH, spanBefore, spanBehind, type Surroundings } from './surroundings.ts';

/**
 * Who said the quotation with this number: the one whom its own sentence names, or the sentence between it and the
 * quotation before. A pronoun names nobody.
 */
export function speakerOf(at: number, around: Surroundings): Span | null {
  return ownSpeaker(at, around) ?? introducedSpeaker(at, around) ?? speakerGoingOn(at, around);
}

/** `"…," said Jane Roe.` */
function ownSpeaker(at: number, around: Surroundings): Span | null {
  const goesOn = lastCharacter(at, around) === ',';
  return speakerBehind(restOfSentence(at, around), { ...around.sense, goesOn });
}

/** What follows in the same sentence: behind a full stop a new one begins, which may be about somebody else. */
function restOfSentence(at: number, around: Surroundings): SpeechToken[] {
  const span = spanBehind(at, around);
  const behind = around.article.canonical.slice(span.start, span.end);
  const open = OPEN_END.test(lastCharacter(at, around)) && /^\s*\p{Lu}/u.test(behind);
  return open || GOING_ON.test(behind) ? tokensIn(span, around) : [];
}

function lastCharacter(at: number, { article, quoted }: Surroundings): string {
  return article.canonical.charAt((quoted[at]?.end ?? 0) - 1);
}

const GOING_ON = /^\s*[\p{Ll},–—]/u;
const OPEN_END = /[,;?!…]/;

/** `Jane Roe said: "…"`, also where the quotation is the next paragraph. */
function introducedSpeaker(at: number, around: Surroundings): Span | null {
  const span = spanBefore(at, around);
  const before = around.article.canonical.slice(span.start, span.end).trimEnd();
  if (before === '') return at === 0 ? speakerOfParagraphBefore(around) : null;
  return INTRODUCING.test(before) ? speakerBefore(tokensIn(span, around), around.sense) : null;
}

const INTRODUCING = /[\p{Ll}:,]$/u;

function speakerOfParagraphBefore(around: Surroundings): Span | null {
  const { canonical, paragraphs } = around.article;
  const previous = paragraphs[around.number - 1];
  if (previous === undefined || previous.kind === 'subheading') return null;
  const { end } = previous;
  if (canonical.charAt(end - 1) !== ':') return null;
  const last = canonical.slice(Math.max(previous.start, end - REACH), end);
  const quoted = Math.max(...CLOSING_MARKS.map((mark) => last.lastIndexOf(mark)));
  const start = end - last.length + quoted + 1;
  return speakerBefore(tokensIn({ start, end }, around), around.sense);
}

const CLOSING_MARKS = ['"', '”', '“', '»', '«'];

/** `"…," said Jane Roe. "…"`: nothing but the attribution stands between the two, and none of its own behind the second. */
function speakerGoingOn(at: number, around: Surroundings): Span | null {
  if (at === 0 || lastCharacter(at - 1, around) === '?') return null;
  if (saysWho(restOfSentence(at, around), around.sense)) return null;
  const between = tokensIn(spanBefore(at, around), around);
  const stops = between.filter(({ kind }) => kind === 'stop');
  const attribution = stops.length <= 1 && stops[0]?.text !== ':';
  const once = speechVerbs(between, around.sense) <= 1;
  return between.length > 1 && attribution && once ? ownSpeaker(at - 1, around) : null;
}

function tokensIn({ start, end }: Span, { article }: Surroundings): SpeechToken[] {
  return speechTokens(article.canonical.slice(start, end), start, article.language);
}
