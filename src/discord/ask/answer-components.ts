import type { Vote } from '../../guild/guild-archive.ts';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { ownMessageHandler } from '../own-message.ts';
import { pageNumber } from '../page-number.ts';
import { renderAnswer } from '../render/answer/answer.ts';
import { ANSWER_ACTIONS } from '../render/answer/buttons.ts';
import { readPlacing } from '../render/answer/place.ts';
import { renderWhy } from '../render/answer/why.ts';
import { askTexts } from '../texts/ask/index.ts';
import { LANGUAGES } from '../texts/language.ts';
import { keptAnswer } from './kept-answer.ts';
import { readCited } from './read-cited.ts';

type Args = readonly (string | undefined)[];
type Run = (args: Args, caller: Caller) => Promise<MessageReply>;

/** Everything under an answer. Each finds the answer anew, so that what has changed since is seen. */
export const answerComponents: readonly ComponentHandler[] = [
  handler(ANSWER_ACTIONS.more, 'private', ([id], caller) => showPage([id, '1', 'a'], caller)),
  pageHandler(ANSWER_ACTIONS.page, showPage),
  handler(ANSWER_ACTIONS.read, 'private', ([id, rank], caller) =>
    readCited({ id, rank: pageNumber(rank) }, caller),
  ),
  pageHandler(ANSWER_ACTIONS.readPage, ([id, rank, page], caller) =>
    readCited({ id, rank: pageNumber(rank), page: pageNumber(page) }, caller),
  ),
  handler(ANSWER_ACTIONS.why, 'private', async ([id, page], caller) => {
    const { answer } = await keptAnswer(id, caller);
    return renderWhy(answer, pageNumber(page), caller.language);
  }),
  handler(ANSWER_ACTIONS.vote, 'update', castVote),
  handler(ANSWER_ACTIONS.share, 'public', async ([id], caller) => {
    const { answer } = await keptAnswer(id, caller);
    const placing = { kind: 'shared', userId: caller.userId } as const;
    return renderAnswer({ answer, page: 0, placing, language: caller.language });
  }),
];

function handler(action: string, place: ComponentHandler['place'], run: Run): ComponentHandler {
  return { action, place, run: (_, args, caller) => run(args, caller) };
}

/** Pages are turned in messages that one person sees. */
function pageHandler(action: string, run: Run): ComponentHandler {
  return ownMessageHandler({
    action,
    refusal: (language) => askTexts[language].answer.gone,
    run: (_, args, caller) => run(args, caller),
  });
}

async function showPage([id, page, placing]: Args, caller: Caller): Promise<MessageReply> {
  const { answer } = await keptAnswer(id, caller);
  return renderAnswer({
    answer,
    page: pageNumber(page),
    placing: readPlacing(placing),
    language: caller.language,
  });
}

/** The message keeps its language, whoever votes. */
async function castVote([id, vote, placing, code]: Args, caller: Caller): Promise<MessageReply> {
  const { archive, answer } = await keptAnswer(id, caller);
  return renderAnswer({
    answer,
    page: 0,
    placing: readPlacing(placing),
    votes: isVote(vote) ? archive.vote(id ?? '', caller.userId, vote) : null,
    language: LANGUAGES.find((language) => language === code) ?? caller.language,
  });
}

function isVote(text: string | undefined): text is Vote {
  return text === 'up' || text === 'down';
}
