import type { GivenAnswer, GivenExcerpt } from '../../../guild/guild-archive.ts';
import { bold, displayLine, literalLine, small } from '../../markdown/literal.ts';
import { askTexts, type AskTexts } from '../../texts/ask/index.ts';
import type { Language } from '../../texts/language.ts';
import { citationLine } from '../article/citation.ts';
import type { AnswerPlacing } from './place.ts';

export interface AnswerHeading {
  readonly answer: GivenAnswer;
  readonly page: number;
  readonly pages: number;
  readonly excerpts: readonly GivenExcerpt[];
  readonly placing: AnswerPlacing;
  readonly note?: string;
  readonly language: Language;
}

const QUESTION_ROOM = 600;
/** A longer question would shout as a heading. */
const HEADING_LENGTH = 120;
const FILTER_ROOM = 60;
const WORDS_SHOWN = 8;
const WORD_ROOM = 30;
const HEADLINES_SHOWN = 5;
const HEADLINE_ROOM = 220;

/** The question, and small lines about where the answer comes from. */
export function answerHeading(heading: AnswerHeading): string {
  const { answer, placing, note, language } = heading;
  const texts = askTexts[language];
  const question = literalLine(answer.question, QUESTION_ROOM);
  const facts = factsOf(heading, texts);
  return [
    ...(placing.kind === 'shared' ? [small(texts.answer.sharedBy(`<@${placing.userId}>`))] : []),
    question.length <= HEADING_LENGTH ? `### ${question}` : bold(question),
    ...(facts.length === 0 ? [] : [small(facts.join(' · '))]),
    ...(note === undefined ? [] : [small(note)]),
  ].join('\n');
}

function factsOf({ answer, page, pages, excerpts }: AnswerHeading, texts: AskTexts): string[] {
  const { after, before, section } = answer.filters;
  const filter = (say: (value: string) => string, value: string | null): string[] =>
    value === null ? [] : [say(literalLine(value, FILTER_ROOM))];
  const articles = new Set(excerpts.map(({ article }) => article.id)).size;
  return [
    ...(page === 0 ? [] : [texts.answer.further]),
    ...(answer.outcome === 'answered' && articles > 0 ? [texts.answer.from(articles)] : []),
    ...filter(texts.answer.after, after),
    ...filter(texts.answer.before, before),
    ...filter(texts.answer.section, section),
    ...(page === 0 ? [] : [texts.article.page(page + 1, pages)]),
  ];
}

/** What the archive has to say, where it is no answer, and which words of the question it does not know. */
export function verdict(
  { outcome, unknownWords }: GivenAnswer,
  texts: AskTexts['answer'],
): string[] {
  const words = unknownWords
    .map((word) => displayLine(word))
    .filter((word) => word !== '')
    .slice(0, WORDS_SHOWN)
    .map((word) => bold(literalLine(word, WORD_ROOM)));
  const unknown = words.length === 0 ? [] : [texts.unknownWords(words)];
  switch (outcome) {
    case 'answered':
      return [];
    case 'related':
      return [[texts.related, ...unknown].join('\n')];
    case 'nothing':
      return [[texts.nothing, ...unknown].join('\n')];
  }
}

/** The headlines that come nearest, as one text; none for an answer. */
export function nearestHeadlines(
  { outcome, nearest }: GivenAnswer,
  texts: AskTexts['answer'],
): string[] {
  if (outcome === 'answered' || nearest.length === 0) return [];
  const lines = nearest
    .slice(0, HEADLINES_SHOWN)
    .map((article) =>
      citationLine({ ...article, byline: null, source: null }, '- ', HEADLINE_ROOM),
    );
  return [[bold(texts.nearest), ...lines].join('\n')];
}
