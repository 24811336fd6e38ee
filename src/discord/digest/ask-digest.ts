import type { PostedDigest } from '../../digest/digests.ts';
import type { Caller, ComponentHandler, MessageReply, ModalHandler } from '../command.ts';
import { renderAnswer } from '../render/answer/answer.ts';
import { DIGEST_ACTIONS } from '../render/digest/actions.ts';
import { askModal } from '../render/digest/ask-modal.ts';
import { COMMAND_ACTIONS, QUESTION_INPUT } from '../render/digest/command-actions.ts';
import { digestTexts } from '../texts/digest/index.ts';
import { WordedError } from '../worded-error.ts';

/** Ask under a digest: opens the window, unless the digest can be asked no more; nobody shall type in vain. */
export const askDigestButton: ComponentHandler = {
  action: DIGEST_ACTIONS.ask,
  place: 'modal',
  run: async (_, [runId = ''], caller) => {
    const posted = await postedDigest(runId, caller);
    return askModal(posted.runId, { whole: isEmpty(posted), language: caller.language });
  },
};

/** The window: answers from the articles of that digest, to who asks alone. */
export const askDigestModal: ModalHandler = {
  action: COMMAND_ACTIONS.question,
  place: 'private',
  run: ({ fields }, [runId = ''], caller) => {
    const text = fields.fields.has(QUESTION_INPUT) ? fields.getTextInputValue(QUESTION_INPUT) : '';
    return askDigest(text, runId, caller);
  },
};

async function askDigest(text: string, runId: string, caller: Caller): Promise<MessageReply> {
  const { userId, language, signal } = caller;
  const posted = await postedDigest(runId, caller);
  const archive = await caller.archive();
  const whole = isEmpty(posted);
  const texts = digestTexts[language].ask;
  const answer = await archive.ask({ text, userId, signal, ...(whole ? {} : { digest: runId }) });
  return renderAnswer({
    answer,
    page: 0,
    placing: { kind: 'own' },
    note: whole ? texts.noteWhole : texts.note(caller.mention('ask')),
    language,
  });
}

/** Nothing was new that day, or it is all gone: then the whole archive is asked. */
function isEmpty({ articleIds }: PostedDigest): boolean {
  return articleIds.length === 0;
}

/** @throws {UserError} for a digest of another guild, one that is kept no longer, or an id that was made up. */
async function postedDigest(runId: string, caller: Caller): Promise<PostedDigest> {
  const posted = (await caller.archive()).digests.posted(runId);
  if (posted !== null) return posted;
  throw new WordedError(digestTexts[caller.language].ask.gone(caller.mention('ask')));
}
