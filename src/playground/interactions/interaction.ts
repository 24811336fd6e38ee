import type {
  APIModalInteractionResponseCallbackData,
  APIApplicationCommandOptionChoice,
  InteractionType,
} from 'discord-api-types/v10';
import type { ChannelState } from '../world/state.ts';

/** Milliseconds until an interaction without a response fails. */
export const FIRST_RESPONSE_MS = 3_000;
/** Milliseconds for which the interaction's webhook can be used. */
export const TOKEN_LIFE_MS = 15 * 60_000;

export type ResponseKind =
  'message' | 'deferred' | 'update' | 'deferred-update' | 'modal' | 'choices';

export interface FirstResponse {
  readonly kind: ResponseKind;
  readonly afterMs: number;
  readonly modal: APIModalInteractionResponseCallbackData | null;
  readonly choices: readonly APIApplicationCommandOptionChoice[];
}

/** One interaction from its dispatch to the end of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** Command with its subcommand, or custom id. */
  readonly name: string;
  readonly userId: string;
  readonly channel: ChannelState;
  /** Milliseconds of the clock. */
  readonly sentAt: number;
  /** The message a component stands on, also of the modal it opened. */
  readonly sourceMessageId: string | null;
  response: FirstResponse | null;
  /** No response came in time. */
  failed: boolean;
  /** What `@original` means. */
  originalId: string | null;
  /** `@original` was changed since the response, as a deferred update promises. */
  wasEdited: boolean;
  readonly followUpIds: string[];
}
