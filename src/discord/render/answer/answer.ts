import type { APIComponentInContainer } from 'discord.js';
import type { GivenAnswer, GivenExcerpt, VoteCount } from '../../../guild/guild-archive.ts';
import { container, separator, text } from '../../components.ts';
import { TEXT_LENGTH } from '../../limits.ts';
import { small } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { askTexts } from '../../texts/ask/index.ts';
import type { Language } from '../../texts/language.ts';
import { answerButtons } from './buttons.ts';
import { OUTCOME_COLOURS } from './colours.ts';
import { excerptBlock } from './excerpt.ts';
import { answerHeading, nearestHeadlines, verdict } from './heading.ts';
import { answerPages, clampPage } from './pages.ts';
import type { AnswerPlacing } from './place.ts';
import { shareRoom } from './share-room.ts';

export interface AnswerView {
  readonly answer: GivenAnswer;
  /** 0 for the first; one beyond the end shows the last. */
  readonly page: number;
  readonly placing: AnswerPlacing;
  readonly votes?: VoteCount | null;
  /** One line of markdown under the question. */
  readonly note?: string;
  readonly language: Language;
}

/** Characters of a citation: less where the nearest headlines take their part of the message too. */
const CITATION_ROOM = 550;
const CITATION_BESIDE_HEADLINES = 300;

/** One page of an answer: the question, what the archive has to say to it word for word, and what can be done next. */
export function renderAnswer(view: AnswerView): MessageReply {
  const { answer, language } = view;
  const texts = askTexts[language];
  const pages = answerPages(answer);
  const page = clampPage(view.page, pages);
  const excerpts = pages[page] ?? [];
  const isFirst = page === 0;
  const head = [
    answerHeading({ ...view, page, pages: pages.length, excerpts }),
    ...(isFirst ? verdict(answer, texts.answer) : []),
  ];
  const headlines = isFirst ? nearestHeadlines(answer, texts.answer) : [];
  const closest = isFirst && answer.outcome !== 'answered' && excerpts.length > 0;
  const blocks = [...headlines, ...(closest ? [small(texts.answer.closest)] : [])];
  const used = [...head, ...blocks].reduce((sum, each) => sum + each.length, 0);
  const quoted = excerptTexts(excerpts, TEXT_LENGTH - used, view);
  const body = [...blocks, ...quoted].map((markdown) => text(markdown));
  return {
    components: [
      container(
        [
          ...head.map((markdown) => text(markdown)),
          ...(body.length === 0 ? [] : [separator(), ...body]),
          ...buttonsOf(view, page, pages.length, excerpts),
        ],
        OUTCOME_COLOURS[answer.outcome],
      ),
    ],
  };
}

/** @param room characters for all of them. */
function excerptTexts(
  excerpts: readonly GivenExcerpt[],
  room: number,
  { answer, language }: AnswerView,
): string[] {
  const citationRoom = answer.outcome === 'answered' ? CITATION_ROOM : CITATION_BESIDE_HEADLINES;
  const blocks = excerpts.map((excerpt) =>
    excerptBlock(excerpt, citationRoom, askTexts[language].answer),
  );
  const fixed = blocks.reduce((sum, block) => sum + block.fixed, 0);
  const rooms = shareRoom(
    blocks.map(({ wanted }) => wanted),
    room - fixed,
  );
  return blocks.map(({ render }, at) => render(rooms[at] ?? 0));
}

function buttonsOf(
  { answer, placing, votes = null, language }: AnswerView,
  page: number,
  pages: number,
  excerpts: readonly GivenExcerpt[],
): APIComponentInContainer[] {
  if (answer.id === null) return [];
  return answerButtons({ answerId: answer.id, excerpts, page, pages, placing, votes, language });
}
