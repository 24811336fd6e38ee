import type { ChatInputCommandInteraction } from 'discord.js';
import { sectionChoices } from '../src/discord/archive/choices.ts';
import { answerComponents } from '../src/discord/ask/answer-components.ts';
import { ASK_DEFINITION } from '../src/discord/ask/definition.ts';
import type { Caller, Feature, MessageReply } from '../src/discord/command.ts';
import { renderAnswer } from '../src/discord/render/answer/answer.ts';

/** `/ask`, with everything under its answers. */
export function createAskFeature(): Feature {
  return {
    command: {
      kind: 'slash',
      definition: ASK_DEFINITION,
      permissionFor: () => null,
      isPrivate,
      run,
      autocomplete: async ({ options }, caller) =>
        sectionChoices(await caller.archive(), options.getFocused()),
    },
    components: answerComponents,
  };
}

async function run(
  interaction: ChatInputCommandInteraction,
  { archive, userId, language, signal }: Caller,
): Promise<MessageReply> {
  const { options } = interaction;
  const [after, before, section] = ['after', 'before', 'section'].map((name) =>
    options.getString(name),
  );
  const question = {
    text: options.getString('question', true),
    ...(after ? { after } : {}),
    ...(before ? { before } : {}),
    ...(section ? { section } : {}),
    userId,
    signal,
  };
  const answer = await (await archive()).ask(question);
  const placing = { kind: isPrivate(interaction) ? 'own' : 'open' } as const;
  return renderAnswer({ answer, page: 0, placing, language });
}

function isPrivate({ options }: ChatInputCommandInteraction): boolean {
  return options.getBoolean('private') ?? false;
}
