import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js';
import type { Caller, Choice, Feature, Reply } from '../../src/discord/command.ts';
import { button, row, text } from '../../src/discord/components.ts';
import type { MessageReply, ModalReply } from '../../src/discord/reply.ts';

/** Opened by the test. */
export class Gate<T = void> {
  readonly opened: Promise<T>;
  open: (value: T) => void = () => undefined;

  constructor() {
    this.opened = new Promise((resolve) => (this.open = resolve));
  }
}

export function says(
  content: string,
  ...buttons: readonly (readonly [id: string, label: string])[]
): MessageReply {
  const controls = buttons.map(([id, label]) => button(id, label));
  return { components: [text(content), ...(controls.length > 0 ? [row(...controls)] : [])] };
}

export function asks(customId: string): ModalReply {
  return {
    modal: {
      custom_id: customId,
      title: 'A question',
      components: [
        {
          type: ComponentType.Label,
          label: 'Your words',
          component: {
            type: ComponentType.TextInput,
            custom_id: 'words',
            style: TextInputStyle.Short,
            required: true,
          },
        },
      ],
    },
  };
}

/** What the trial command does, by the value of its option; absent ones answer at once. */
export interface TrialBehaviour {
  readonly run?: (what: string, caller: Caller) => Promise<Reply>;
  readonly click?: (args: readonly string[], caller: Caller) => Promise<Reply>;
  readonly submit?: (words: string, caller: Caller) => Promise<MessageReply>;
  readonly complete?: (caller: Caller) => Promise<readonly Choice[]>;
}

/**
 * `/trial what:…`: `private…` is answered privately, `modal…` with a modal. Buttons `public`, `private`, `update` and
 * `modal` answer there; `moderate` needs Manage Messages. Modals `public` and `update` answer there.
 */
export function trialFeature(behaviour: TrialBehaviour): Feature {
  const run = behaviour.run ?? ((what) => Promise.resolve(says(`done: ${what}`)));
  const click = behaviour.click ?? (() => Promise.resolve(says('clicked')));
  const submit = behaviour.submit ?? ((words) => Promise.resolve(says(`submitted: ${words}`)));
  const complete = behaviour.complete ?? (() => Promise.resolve([]));
  return {
    command: {
      kind: 'slash',
      definition: {
        name: 'trial',
        description: 'For tests',
        type: ApplicationCommandType.ChatInput,
        contexts: [InteractionContextType.Guild],
        options: [
          {
            name: 'what',
            description: 'What to do',
            type: ApplicationCommandOptionType.String,
            required: true,
            autocomplete: true,
          },
        ],
      },
      permissionFor: () => null,
      isPrivate: ({ options }) => options.getString('what', true).startsWith('private'),
      opensModal: ({ options }) => options.getString('what', true).startsWith('modal'),
      run: ({ options }, caller) => run(options.getString('what', true), caller),
      autocomplete: (_, caller) => complete(caller),
    },
    components: [
      ...(['public', 'private', 'update', 'modal'] as const).map((place) => ({
        action: place,
        place,
        run: (_: unknown, args: readonly string[], caller: Caller) => click(args, caller),
      })),
      {
        action: 'moderate',
        place: 'private',
        permission: PermissionFlagsBits.ManageMessages,
        run: (_, args, caller) => click(args, caller),
      },
    ],
    modals: (['public', 'update'] as const).map((place) => ({
      action: place,
      place,
      run: ({ fields }, _, caller) => submit(fields.getTextInputValue('words'), caller),
    })),
  };
}

/** `/moderate`, which Discord shows to who may manage messages. */
export function moderatorFeature(): Feature {
  return {
    command: {
      kind: 'slash',
      definition: {
        name: 'moderate',
        description: 'For tests',
        type: ApplicationCommandType.ChatInput,
        contexts: [InteractionContextType.Guild],
        default_member_permissions: String(PermissionFlagsBits.ManageMessages),
      },
      permissionFor: () => PermissionFlagsBits.ManageMessages,
      isPrivate: () => false,
      run: () => Promise.resolve(says('moderated')),
    },
  };
}
