import type { APIButtonComponent, APIComponentInContainer } from 'discord.js';
import type { GivenExcerpt, VoteCount } from '../../../guild/guild-archive.ts';
import { button, row } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { askTexts } from '../../texts/ask/index.ts';
import type { Language } from '../../texts/language.ts';
import { placingCode, type AnswerPlacing } from './place.ts';

/** Actions of the buttons under an answer. */
export const ANSWER_ACTIONS = {
  /** Further evidence in a message of its own. */
  more: 'ask-more',
  /** Another page in the same message. */
  page: 'ask-page',
  read: 'ask-read',
  readPage: 'ask-read-page',
  why: 'ask-why',
  vote: 'ask-vote',
  share: 'ask-share',
} as const;

export interface AnswerButtons {
  readonly answerId: string;
  readonly excerpts: readonly GivenExcerpt[];
  /** 0 for the first. */
  readonly page: number;
  readonly pages: number;
  readonly placing: AnswerPlacing;
  readonly votes: VoteCount | null;
  readonly language: Language;
}

/** Two rows: what to read, and what to do with the answer. Rows without a button are left out. */
export function answerButtons(options: AnswerButtons): APIComponentInContainer[] {
  const rows = [readButtons(options), actionButtons(options)];
  return rows.filter((buttons) => buttons.length > 0).map((buttons) => row(...buttons));
}

function readButtons({ answerId, excerpts, language }: AnswerButtons): APIButtonComponent[] {
  const texts = askTexts[language].buttons;
  const readable = excerpts.filter(({ state }) => state !== 'removed');
  return readable.map(({ rank }) =>
    button(
      customId(ANSWER_ACTIONS.read, answerId, rank),
      readable.length === 1 ? texts.read : texts.readRank(rank),
      { emoji: '📖' },
    ),
  );
}

function actionButtons(options: AnswerButtons): APIButtonComponent[] {
  const { answerId, excerpts, page, placing, language } = options;
  const texts = askTexts[language].buttons;
  const isShown = excerpts.some(({ state }) => state !== 'removed');
  return [
    ...pageButtons(options),
    ...(isShown ? [button(customId(ANSWER_ACTIONS.why, answerId, page), texts.why)] : []),
    ...(isShown && placing.kind !== 'aside' && page === 0 ? voteButtons(options) : []),
    ...(isShown && placing.kind === 'own' && page === 0
      ? [button(customId(ANSWER_ACTIONS.share, answerId), texts.share, { emoji: '📢' })]
      : []),
  ];
}

/** In the channel everybody sees the same message, so further evidence opens beside it, for whoever wants it. */
function pageButtons({
  answerId,
  page,
  pages,
  placing,
  language,
}: AnswerButtons): APIButtonComponent[] {
  const { more } = askTexts[language].buttons;
  if (placing.kind === 'open' || placing.kind === 'shared') {
    return pages > 1 ? [button(customId(ANSWER_ACTIONS.more, answerId), more)] : [];
  }
  const first = placing.kind === 'aside' ? 1 : 0;
  const id = (to: number): string =>
    customId(ANSWER_ACTIONS.page, answerId, to, placingCode(placing));
  return [
    ...(page > first ? [button(id(page - 1), '', { emoji: '◀️' })] : []),
    ...(page + 1 < pages ? [button(id(page + 1), more)] : []),
  ];
}

/** They carry the message's language: who votes is not the one it was written for. */
function voteButtons({ answerId, placing, votes, language }: AnswerButtons): APIButtonComponent[] {
  return (['up', 'down'] as const).map((vote) => {
    const count = votes?.[vote] ?? 0;
    return button(
      customId(ANSWER_ACTIONS.vote, answerId, vote, placingCode(placing), language),
      count === 0 ? '' : String(count),
      { emoji: vote === 'up' ? '👍' : '👎' },
    );
  });
}
