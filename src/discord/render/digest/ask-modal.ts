import { ComponentType, TextInputStyle } from 'discord.js';
import { customId } from '../../custom-id.ts';
import type { ModalReply } from '../../reply.ts';
import { digestTexts } from '../../texts/digest/index.ts';
import { QUESTION_LENGTH } from '../../texts/errors/index.ts';
import type { Language } from '../../texts/language.ts';
import { COMMAND_ACTIONS, QUESTION_INPUT } from './command-actions.ts';

export interface AskModalOptions {
  /** Is the whole archive asked, for want of articles in the digest? */
  readonly whole: boolean;
  readonly language: Language;
}

/** The window for a question about a digest that was posted. */
export function askModal(runId: string, { whole, language }: AskModalOptions): ModalReply {
  const { ask } = digestTexts[language];
  return {
    modal: {
      custom_id: customId(COMMAND_ACTIONS.question, runId),
      title: whole ? ask.titleWhole : ask.title,
      components: [
        {
          type: ComponentType.Label,
          label: ask.question,
          description: whole ? ask.hintWhole : ask.hint,
          component: {
            type: ComponentType.TextInput,
            custom_id: QUESTION_INPUT,
            style: TextInputStyle.Short,
            required: true,
            max_length: QUESTION_LENGTH,
          },
        },
      ],
    },
  };
}
