import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { GuildArchive } from '../guild/guild-archive.ts';
import type { MessageReply, Reply } from './reply.ts';
import type { Language } from './texts/language.ts';

/** Who asks, where, and what they may see. Made by the dispatcher for every interaction. */
export interface Caller {
  readonly guildId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly language: Language;
  /** What the member may do in this channel, as Discord computed it: bits of `PermissionFlagsBits`. */
  readonly permissions: bigint;
  /** What this guild may see and do. Resolves once the archive is open, which after a cold start takes seconds. */
  readonly archive: () => Promise<GuildArchive>;
  /** A clickable mention such as `</archive list:123>`; the plain words when the command is not registered. */
  readonly mention: (command: string) => string;
  /**
   * Shows how far long work is. Acknowledges the interaction if that has not happened; edits at most every 2 s, always
   * with the latest state; goes on in a message of the channel when the interaction's 15 minutes are over.
   */
  readonly progress: (reply: MessageReply) => void;
  /** Aborts when the bot stops and its grace period is over. */
  readonly signal: AbortSignal;
}

/** Where the answer of a button, select or modal goes: a new message, or the one the component stands on. */
export type AnswerPlace = 'public' | 'private' | 'update';

interface Guarded {
  /**
   * Bits the member needs, checked by the dispatcher on every use, whatever the guild's administrators have set for the
   * command; absent for everybody.
   */
  readonly permission?: bigint;
}

export interface SlashCommand {
  readonly kind: 'slash';
  /** With `default_member_permissions`, `contexts` and localisations. */
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  /** Bits the member needs for this call; null for everybody. `options` tell the subcommand. */
  permissionFor(interaction: ChatInputCommandInteraction): bigint | null;
  /** Shall only the caller see the reply? Asked before `run`, since the first response fixes it. */
  isPrivate(interaction: ChatInputCommandInteraction): boolean;
  /** Does this call answer with a modal? Then `run` must be quick: a modal cannot follow a deferral. Default no. */
  opensModal?(interaction: ChatInputCommandInteraction): boolean;
  /** @throws {UserError} whose message is shown to the caller, in the caller's language. */
  run(interaction: ChatInputCommandInteraction, caller: Caller): Promise<Reply>;
  /** At most 25 choices. Never throws for bad input: an empty list. */
  autocomplete?(interaction: AutocompleteInteraction, caller: Caller): Promise<readonly Choice[]>;
}

export interface MessageCommand extends Guarded {
  readonly kind: 'message';
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  /** The reply is always private. */
  run(interaction: MessageContextMenuCommandInteraction, caller: Caller): Promise<MessageReply>;
}

export interface Choice {
  /** 1 to 100 characters. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly value: string;
}

/** Buttons and selects whose custom id begins with `action`. */
export interface ComponentHandler extends Guarded {
  readonly action: string;
  /** `modal`: answers with a modal at once, without a deferral before it. */
  readonly place: AnswerPlace | 'modal';
  /** @param args what stood behind the action in the custom id; forged ones must be expected. */
  run(
    interaction: MessageComponentInteraction,
    args: readonly string[],
    caller: Caller,
  ): Promise<Reply>;
}

/** Modals whose custom id begins with `action`. */
export interface ModalHandler extends Guarded {
  readonly action: string;
  readonly place: AnswerPlace;
  run(
    interaction: ModalSubmitInteraction,
    args: readonly string[],
    caller: Caller,
  ): Promise<MessageReply>;
}

/** What one file of `commands/` brings: a command with its buttons and modals. */
export interface Feature {
  readonly command: SlashCommand | MessageCommand;
  readonly components?: readonly ComponentHandler[];
  readonly modals?: readonly ModalHandler[];
}

export type { MessageReply, Reply };
