import {
  InteractionResponseType as Response,
  InteractionType,
  MessageFlags,
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { MessageFields } from '../messages/message-fields.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { Parts } from '../parts.ts';
import { refusal, refuseInvalid } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../rest/route.ts';
import { validateCallback, type ValidationProblem } from '../validate/validate.ts';
import { attachmentProblems, contextOf, resultProblems } from './checked-message.ts';

interface Callback {
  readonly type: Response;
  readonly data?: MessageFields & {
    readonly choices?: readonly APIApplicationCommandOptionChoice[];
  };
}

/** The first response to an interaction. */
export function callbackRoute(parts: Parts): Route {
  return {
    method: 'POST',
    pattern: '/interactions/:interaction/:token/callback',
    open: true,
    handle: (request) => {
      const { interaction: id = '', token = '' } = request.params;
      const interaction = parts.interactions.awaiting(id, token);
      if (interaction === undefined) throw refusal('unknownInteraction');
      const source = sourceOf(parts, interaction);
      const isUpdate = typeOf(request.json) === Response.UpdateMessage;
      const edited = isUpdate ? source : null;
      refuseInvalid(validateCallback(request.json, contextOf(request, edited)));
      // Just validated as an interaction response.
      const callback = request.json as Callback;
      refuseInvalid(typeProblems(callback.type, interaction, source));
      const fields = callback.data ?? {};
      refuseInvalid(inData(attachmentProblems(fields, request.uploads, edited)));
      if (edited !== null) {
        refuseInvalid(inData(resultProblems(fields, request.uploads, edited)));
      }
      if (interaction.response !== null) throw refusal('alreadyAcknowledged');
      if (!parts.state.channels.has(interaction.channel.id)) throw refusal('unknownChannel');
      const message = carryOut(parts, interaction, callback, request);
      if (request.query.get('with_response') !== 'true') return NO_CONTENT;
      return ok(responsePayload(interaction, callback.type, message));
    },
  };
}

function typeOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
}

function sourceOf(parts: Parts, { sourceMessageId }: Interaction): StoredMessage | null {
  const stored = sourceMessageId === null ? undefined : parts.messages.get(sourceMessageId);
  return stored === undefined || stored.deleted ? null : stored;
}

type Problems = readonly ValidationProblem[];

function inData(problems: Problems): Problems {
  return problems.map((problem) =>
    problem.path.length === 0 ? problem : { ...problem, path: ['data', ...problem.path] },
  );
}

/** Which responses this kind of interaction takes. */
function typeProblems(
  type: Response,
  interaction: Interaction,
  source: StoredMessage | null,
): Problems {
  const allowed = allowedTypes(interaction, source !== null);
  if (allowed.includes(type)) return [];
  const message = `Value must be one of {${allowed.join(', ')}}.`;
  return [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }];
}

function allowedTypes({ type }: Interaction, hasSource: boolean): Response[] {
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return [Response.ApplicationCommandAutocompleteResult];
  }
  return [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    ...(hasSource ? [Response.DeferredMessageUpdate, Response.UpdateMessage] : []),
    ...(type === InteractionType.ModalSubmit ? [] : [Response.Modal]),
  ];
}

type Act = (
  parts: Parts,
  interaction: Interaction,
  data: NonNullable<Callback['data']>,
  uploads: ApiRequest['uploads'],
) => StoredMessage | null;

/** @returns the message the response made or changed. */
function carryOut(
  parts: Parts,
  interaction: Interaction,
  { type, data = {} }: Callback,
  { uploads }: ApiRequest,
): StoredMessage | null {
  return ACTS[type]?.(parts, interaction, data, uploads) ?? null;
}

const ACTS: Partial<Record<Response, Act>> = {
  [Response.ChannelMessageWithSource]: ({ interactions }, interaction, fields, uploads) => {
    const ephemeral = hasFlag(fields.flags, MessageFlags.Ephemeral);
    const draft = { fields, uploads, ephemeral };
    const stored = interactions.createOriginal(interaction, draft, false);
    interactions.respond(interaction, { kind: 'message' });
    return stored;
  },
  [Response.DeferredChannelMessageWithSource]: ({ interactions }, interaction, { flags }) => {
    const ephemeral = hasFlag(flags, MessageFlags.Ephemeral);
    const draft = { fields: {}, uploads: [], ephemeral };
    const stored = interactions.createOriginal(interaction, draft, true);
    interactions.respond(interaction, { kind: 'deferred' });
    return stored;
  },
  [Response.DeferredMessageUpdate]: (parts, interaction) => {
    interaction.originalId = interaction.sourceMessageId;
    parts.interactions.respond(interaction, { kind: 'deferred-update' });
    return sourceOf(parts, interaction);
  },
  [Response.UpdateMessage]: (parts, interaction, fields, uploads) => {
    const stored = sourceOf(parts, interaction);
    interaction.originalId = interaction.sourceMessageId;
    if (stored !== null) parts.interactions.edit(interaction, stored, { fields, uploads });
    parts.interactions.respond(interaction, { kind: 'update' });
    return stored;
  },
  [Response.Modal]: ({ interactions }, interaction, data) => {
    // Validated as a modal, which shares no field with a message but the name of its components.
    const modal = data as unknown as APIModalInteractionResponseCallbackData;
    interactions.respond(interaction, { kind: 'modal', modal });
    return null;
  },
  [Response.ApplicationCommandAutocompleteResult]: ({ interactions }, interaction, data) => {
    interactions.respond(interaction, { kind: 'choices', choices: data.choices ?? [] });
    return null;
  },
};

function responsePayload(
  interaction: Interaction,
  type: Response,
  message: StoredMessage | null,
): object {
  const flags = message?.message.flags;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message === null
        ? {}
        : {
            response_message_id: message.message.id,
            response_message_loading: hasFlag(flags, MessageFlags.Loading),
            response_message_ephemeral: hasFlag(flags, MessageFlags.Ephemeral),
          }),
    },
    resource: {
      type,
      ...(message === null || type === Response.DeferredMessageUpdate
        ? {}
        : { message: message.message }),
    },
  };
}
