import type { Interaction } from 'discord.js';
import type {
  AnswerPlace,
  Caller,
  ComponentHandler,
  Feature,
  MessageCommand,
  ModalHandler,
  Reply,
  SlashCommand,
} from './command.ts';
import { parseCustomId } from './custom-id.ts';

/** What is to be done about an interaction that wants an answer. */
export interface Route {
  /** Bits the member needs; null for everybody. */
  readonly permission: bigint | null;
  readonly place: AnswerPlace;
  /** Answers with a modal, which must be the first response. */
  readonly opensModal: boolean;
  readonly run: (caller: Caller) => Promise<Reply>;
}

export interface Routes {
  /** Null for what no feature knows, such as a button of an older version. */
  find(interaction: Interaction): Route | null;
  slashCommand(name: string): SlashCommand | null;
}

/** @throws when two features claim the same command, button or modal. */
export function createRoutes(features: readonly Feature[]): Routes {
  const slash = new Map<string, SlashCommand>();
  const message = new Map<string, MessageCommand>();
  for (const { command } of features) {
    if (command.kind === 'slash') claim(slash, command.definition.name, command);
    else claim(message, command.definition.name, command);
  }
  const components = byAction(features.flatMap((feature) => feature.components ?? []));
  const modals = byAction(features.flatMap((feature) => feature.modals ?? []));
  return {
    find: (interaction) => {
      if (interaction.isChatInputCommand()) {
        const command = slash.get(interaction.commandName);
        return command ? slashRoute(command, interaction) : null;
      }
      if (interaction.isMessageContextMenuCommand()) {
        const command = message.get(interaction.commandName);
        return command ? messageRoute(command, interaction) : null;
      }
      if (interaction.isMessageComponent()) {
        const { action, args } = parseCustomId(interaction.customId);
        const handler = components.get(action);
        return handler ? componentRoute(handler, args, interaction) : null;
      }
      if (interaction.isModalSubmit()) {
        const { action, args } = parseCustomId(interaction.customId);
        const handler = modals.get(action);
        return handler ? modalRoute(handler, args, interaction) : null;
      }
      return null;
    },
    slashCommand: (name) => slash.get(name) ?? null,
  };
}

type Call<H extends { run: (...args: never[]) => unknown }> = Parameters<H['run']>[0];

function slashRoute(command: SlashCommand, interaction: Call<SlashCommand>): Route {
  return {
    permission: command.permissionFor(interaction),
    place: command.isPrivate(interaction) ? 'private' : 'public',
    opensModal: command.opensModal?.(interaction) ?? false,
    run: (caller) => command.run(interaction, caller),
  };
}

function messageRoute(command: MessageCommand, interaction: Call<MessageCommand>): Route {
  return {
    permission: command.permission ?? null,
    place: 'private',
    opensModal: false,
    run: (caller) => command.run(interaction, caller),
  };
}

function componentRoute(
  handler: ComponentHandler,
  args: readonly string[],
  interaction: Call<ComponentHandler>,
): Route {
  const opensModal = handler.place === 'modal';
  return {
    permission: handler.permission ?? null,
    place: handler.place === 'modal' ? 'private' : handler.place,
    opensModal,
    run: (caller) => handler.run(interaction, args, caller),
  };
}

function modalRoute(
  handler: ModalHandler,
  args: readonly string[],
  interaction: Call<ModalHandler>,
): Route {
  // A modal that a command opened stands on no message that could be updated.
  const place =
    handler.place === 'update' && !interaction.isFromMessage() ? 'private' : handler.place;
  return {
    permission: handler.permission ?? null,
    place,
    opensModal: false,
    run: (caller) => handler.run(interaction, args, caller),
  };
}

function byAction<H extends { readonly action: string }>(handlers: readonly H[]): Map<string, H> {
  const map = new Map<string, H>();
  for (const handler of handlers) claim(map, handler.action, handler);
  return map;
}

function claim<V>(map: Map<string, V>, key: string, value: V): void {
  if (map.has(key)) throw new Error(`Expected one handler of "${key}", found two.`);
  map.set(key, value);
}
