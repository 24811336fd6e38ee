import type { Span } from '../../../archive/article.ts';
import { isSpeakerName, nameRuns, type NameRun, type NameSense } from './names.ts';
import type { SpeechToken } from './speech-tokens.ts';

type Tokens = readonly SpeechToken[];

/**
 * The speaker that the words behind a quotation name: `said Jane Roe`, `Jane Roe, the mayor, told reporters`, `according
 * to Jane Roe`, `– Jane Roe`. Null where they name nobody, or only a pronoun.
 * @param tokens up to the next quotation.
 */
export function speakerBehind(tokens: Tokens, sense: NameSense): Span | null {
  const sentence = untilStop(tokens);
  const [first] = sentence;
  if (first?.kind === 'dash') return signature(sentence.slice(1), sense);
  return first?.kind === 'comma'
    ? attributed(sentence.slice(1), { ...sense, goesOn: true })
    : attributed(sentence, sense);
}

function attributed(tokens: Tokens, sense: NameSense): Span | null {
  const source = sourceLength(tokens, sense);
  if (source > 0) return speakerIn(tokens.slice(source), sense);
  const verb = verbAt(tokens, sense);
  if (verb === null || verb.first > MOST_SUBJECT_WORDS) return null;
  if (verb.first > 0) return subject(tokens.slice(0, verb.first), sense);
  const addressing = sense.words.addressing.has(wordAt(tokens, verb.last));
  return addressing ? null : speakerIn(tokens.slice(verb.last + 1), sense);
}

/**
 * The speaker that the words before a quotation name: `Jane Roe said:`, `According to Jane Roe,`.
 * @param tokens of the same sentence or part of it.
 */
export function speakerBefore(tokens: Tokens, sense: NameSense): Span | null {
  const sentence = tokens.slice(lastStop(tokens) + 1);
  const source = sourceLength(sentence, sense);
  if (source > 0) return speakerIn(sentence.slice(source), sense);
  const verb = lastVerb(sentence, sense);
  if (verb === null || sentence.length - verb.last > MOST_OBJECT_WORDS) return null;
  const before = sentence.slice(0, verb.first);
  return leadsToWords(sentence, verb, sense)
    ? subject(before, sense)
    : inverted(before, sentence.slice(verb.last + 1), sense);
}

/** Do the words follow the verb? In `she said a sign reads:` they are the sign's. */
function leadsToWords(tokens: Tokens, { last }: Verb, sense: NameSense): boolean {
  const { addressing, capitalNouns } = sense.words;
  if (addressing.has(wordAt(tokens, last))) return true;
  if (capitalNouns && !isCapitalised(tokens, last + 1)) return true;
  // `She said that "…"`
  if (CLAUSES.has(wordAt(tokens, last + 1))) return wordAt(tokens, last + 2) === '';
  return endsPhrase(tokens, { first: last, last }, sense);
}

/** Empty where there is none. */
function wordAt(tokens: Tokens, at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.word : '';
}

function isCapitalised(tokens: Tokens, at: number): boolean {
  return tokens[at]?.text !== tokens[at]?.word;
}

/** Do the words behind a quotation say who said it, even if they name nobody? @param tokens as for `speakerBehind`. */
export function saysWho(tokens: Tokens, sense: NameSense): boolean {
  const sentence = untilStop(tokens);
  const own = sentence[0]?.kind === 'comma' ? sentence.slice(1) : sentence;
  return speechVerbs(sentence, sense) > 0 || sourceLength(own, sense) > 0;
}

/** How many verbs of speech are among the words. */
export function speechVerbs(tokens: Tokens, { words }: NameSense): number {
  return tokens.filter(({ word, text }) => words.verbs.has(word) && text === word).length;
}

const MOST_SUBJECT_WORDS = 18;
const MOST_OBJECT_WORDS = 14;

interface Verb {
  /** With its auxiliary. */
  readonly first: number;
  readonly last: number;
}

function untilStop(tokens: Tokens): Tokens {
  const stop = tokens.findIndex(({ kind }) => kind === 'stop');
  return stop < 0 ? tokens : tokens.slice(0, stop);
}

/** Number of the last stop but for one at the very end, -1 where there is none. */
function lastStop(tokens: Tokens): number {
  for (let at = tokens.length - 2; at >= 0; at--) if (tokens[at]?.kind === 'stop') return at;
  return -1;
}

function sourceLength(tokens: Tokens, { words }: NameSense): number {
  const source = words.sources.find((phrase) =>
    phrase.every((word, at) => tokens[at]?.word === word),
  );
  return source?.length ?? 0;
}

function verbAt(tokens: Tokens, { words }: NameSense): Verb | null {
  const last = tokens.findIndex(({ word, text }) => words.verbs.has(word) && text === word);
  return last < 0 ? null : withAuxiliary(tokens, last, words.auxiliaries);
}

function lastVerb(tokens: Tokens, { words }: NameSense): Verb | null {
  const last = tokens.findLastIndex(({ word, text }) => words.verbs.has(word) && text === word);
  return last < 0 ? null : withAuxiliary(tokens, last, words.auxiliaries);
}

function withAuxiliary(tokens: Tokens, last: number, auxiliaries: ReadonlySet<string>): Verb {
  return { first: auxiliaries.has(wordAt(tokens, last - 1)) ? last - 1 : last, last };
}

/** `Dazu sagte Jane Roe:` has nothing before its verb that could be the speaker. */
function inverted(before: Tokens, behind: Tokens, sense: NameSense): Span | null {
  const { words } = sense;
  const subjectLike = before.some(
    ({ kind, word, text }, at) =>
      kind !== 'word' ||
      words.pronouns.has(word) ||
      words.determiners.has(word) ||
      (at > 0 && text !== word && !words.calendar.has(word)),
  );
  return !words.inverts || subjectLike || before.length > 3 ? null : speakerIn(behind, sense);
}

/** `– Jane Roe, mayor`: two words at least, since nothing says that it is an attribution but its form. */
function signature(tokens: Tokens, sense: NameSense): Span | null {
  const [run] = nameRuns(tokens, sense);
  if (run?.first !== 0 || run.last === 0) return null;
  const next = tokens[run.last + 1];
  return next === undefined || next.kind === 'comma' || next.kind === 'open'
    ? spanOf(tokens, run)
    : null;
}

/** The speaker in words that begin with him: `Foreign Minister Jane Roe on Friday`, `the mayor of London, Jane Roe`. */
function speakerIn(tokens: Tokens, sense: NameSense): Span | null {
  const comma = tokens.findIndex(({ kind }) => kind !== 'word');
  const phrase = comma < 0 ? tokens : tokens.slice(0, comma);
  if (phrase.some(({ word }) => sense.words.pronouns.has(word))) return null;
  const relation = phrase.findIndex(({ word }) => sense.words.relations.has(word));
  const head = relation < 0 ? phrase : phrase.slice(0, relation);
  // `Chelsea striker Jane Roe`: the names before the last one say where she belongs.
  const run = nameRuns(phrase, sense).findLast(({ first }) => first < head.length);
  if (run !== undefined && endsPhrase(tokens, run, sense) && isSpeakerName(phrase, run, sense))
    return spanOf(phrase, run);
  const spokesperson = spokespersonIn(phrase, sense);
  if (tokens[comma]?.kind !== 'comma') return spokesperson;
  return namedNext(tokens, comma, sense) ?? spokesperson;
}

/** Behind the name may stand where, when and how it was said, but no noun of which it is a part: `the Chelsea striker`. */
function endsPhrase(tokens: Tokens, { last }: NameRun, { words }: NameSense): boolean {
  const next = wordAt(tokens, last + 1);
  if (next === '' || next.endsWith('ly')) return true;
  // `Jane Roe and John Doe`, of whom nobody knows who said it.
  if (JOINING.has(next)) return !isCapitalised(tokens, last + 2);
  // Spanish and French have an article there: `el lunes`.
  if (words.determiners.has(next)) return words.calendar.has(wordAt(tokens, last + 2));
  const known = [words.relations, words.calendar, words.adverbs].some((set) => set.has(next));
  return known && !CLAUSES.has(next);
}

/** `the mayor, Jane Roe`. */
function namedNext(tokens: Tokens, comma: number, sense: NameSense): Span | null {
  const run = nameRuns(tokens, sense).find(({ first }) => first > comma);
  return run?.first === comma + 1 && run.last > run.first ? spanOf(tokens, run) : null;
}

/** The speaker in the words that end before a verb. */
function subject(given: Tokens, sense: NameSense): Span | null {
  const tokens = withoutFillers(given, sense);
  const last = tokens.at(-1);
  if (last === undefined || sense.words.pronouns.has(last.word)) return null;
  if (last.kind === 'comma') return appositive(tokens.slice(0, -1), sense);
  if (last.kind === 'close') return subject(tokens.slice(0, lastOf(tokens, 'open')), sense);
  const phrase = tokens.slice(tokens.findLastIndex(({ kind }) => kind !== 'word') + 1);
  return endingName(tokens, sense) ?? spokespersonIn(phrase, sense);
}

function lastOf(tokens: Tokens, wanted: SpeechToken['kind']): number {
  return Math.max(
    0,
    tokens.findLastIndex(({ kind }) => kind === wanted),
  );
}

/** `Jane Roe, the mayor of London` or `the mayor of London, Jane Roe`, of which the verb is separated by a comma. */
function appositive(tokens: Tokens, sense: NameSense): Span | null {
  const comma = tokens.findLastIndex(({ kind }) => kind === 'comma');
  if (comma < 0) return endingName(tokens, sense);
  const head = tokens.slice(0, comma);
  return endingName(head, sense) ?? namedNext(tokens, comma, sense) ?? spokespersonIn(head, sense);
}

/** The name that the words end with; of `Jane Roe of Oxfam` the one before the preposition. */
function endingName(tokens: Tokens, sense: NameSense): Span | null {
  const run = nameRuns(tokens, sense).at(-1);
  if (run?.last !== tokens.length - 1) return null;
  if (run.first > 0 && isRelation(tokens, run.first - 1, sense)) return ownerOf(tokens, run, sense);
  return isSpeakerName(tokens, run, sense) ? spanOf(tokens, run) : null;
}

function ownerOf(tokens: Tokens, run: NameRun, sense: NameSense): Span | null {
  let end = run.first;
  while (end > 0 && isRelation(tokens, end - 1, sense)) end--;
  const joined = wordAt(tokens, end);
  if (JOINING.has(joined) || CLAUSES.has(joined)) return null;
  return endingName(tokens.slice(0, end), sense);
}

/** Between two speakers. */
const JOINING: ReadonlySet<string> = new Set('and or und oder et ou y e o'.split(' '));
/** Before a clause, whose speaker speaks in it and not around it. */
const CLAUSES: ReadonlySet<string> = new Set(
  'that what whether how why if as when because dass ob wie als que qué si comme como'.split(' '),
);

function isRelation(tokens: Tokens, at: number, { words }: NameSense): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const articled = words.determiners.has(token.word) && words.relations.has(wordAt(tokens, at - 1));
  return articled || words.relations.has(token.word);
}

/** `a NATO spokeswoman`, `ein Sprecher der Polizei`: without the article. */
function spokespersonIn(tokens: Tokens, sense: NameSense): Span | null {
  const at = tokens.findIndex(({ word }) => sense.words.spokespeople.has(word));
  if (at < 0) return null;
  const article = tokens.findLastIndex(
    ({ word }, before) => before < at && sense.words.determiners.has(word),
  );
  const runs = nameRuns(tokens, sense);
  const first = runs.find((run) => run.first > article && run.last < at)?.first;
  if (first !== undefined) return spanOf(tokens, { first, last: at });
  const employer = runs.find((run) => run.first > at && run.first <= at + MOST_BETWEEN);
  return employer === undefined ? null : spanOf(tokens, { first: at, last: employer.last });
}

/** `a spokesperson for the city of Leeds`. */
const MOST_BETWEEN = 4;

function withoutFillers(tokens: Tokens, { words }: NameSense): Tokens {
  let end = tokens.length;
  while (end > 0 && isFiller(tokens[end - 1], words)) end--;
  return tokens.slice(0, end);
}

function isFiller(
  token: SpeechToken | undefined,
  { fillers, auxiliaries }: NameSense['words'],
): boolean {
  return token !== undefined && (fillers.has(token.word) || auxiliaries.has(token.word));
}

function spanOf(tokens: Tokens, { first, last }: NameRun): Span | null {
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined ? null : { start, end };
}
