import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { ASK_MESSAGE_DEFINITION } from '../src/discord/ask/definition.ts';
import { messageQuestion } from '../src/discord/ask/message-question.ts';
import type { Caller, Feature, MessageReply } from '../src/discord/command.ts';
import { renderAnswer } from '../src/discord/render/answer/answer.ts';
import { askTexts } from '../src/discord/texts/ask/index.ts';
import { QUESTION_LENGTH } from '../src/discord/texts/errors/index.ts';
import { WordedError } from '../src/discord/worded-error.ts';

/** `Ask the archive`, on a message: its text is the question, and the answer is for who asks alone. */
export function createAskMessageFeature(): Feature {
  return { command: { kind: 'message', definition: ASK_MESSAGE_DEFINITION, run } };
}

async function run(
  { targetMessage }: MessageContextMenuCommandInteraction,
  { archive, userId, language, signal, mention }: Caller,
): Promise<MessageReply> {
  const { message } = askTexts[language];
  const question = messageQuestion(targetMessage.content);
  if (question === null) throw new WordedError(message.empty(mention('ask')));
  const answer = await (await archive()).ask({ text: question.text, userId, signal });
  return renderAnswer({
    answer,
    page: 0,
    placing: { kind: 'own' },
    ...(question.cut ? { note: message.cut(QUESTION_LENGTH) } : {}),
    language,
  });
}
