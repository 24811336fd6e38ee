import { MessageFlags } from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import type { Parts } from '../parts.ts';
import { refusal } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../rest/route.ts';
import { checkedMessage } from './checked-message.ts';

const WEBHOOK = '/webhooks/:application/:token';

/** An interaction's own webhook: its reply and further messages, for 15 minutes. */
export function webhookRoutes(parts: Parts): Route[] {
  const { interactions, messages } = parts;
  const pattern = `${WEBHOOK}/messages/:message`;
  return [
    {
      method: 'POST',
      pattern: WEBHOOK,
      open: true,
      handle: (request) => ok(followUp(parts, reachInteraction(parts, request), request).message),
    },
    {
      method: 'GET',
      pattern,
      open: true,
      handle: (request) => ok(reachOwn(parts, request).stored.message),
    },
    {
      method: 'PATCH',
      pattern,
      open: true,
      handle: (request) => {
        const { interaction, stored } = reachOwn(parts, request);
        const fields = checkedMessage(request, 'edit', stored);
        interactions.edit(interaction, stored, { fields, uploads: request.uploads });
        return ok(stored.message);
      },
    },
    {
      method: 'DELETE',
      pattern,
      open: true,
      handle: (request) => {
        messages.delete(reachOwn(parts, request).stored);
        return NO_CONTENT;
      },
    },
  ];
}

function reachInteraction(parts: Parts, { params }: ApiRequest): Interaction {
  const { application = '', token = '' } = params;
  const interaction = parts.interactions.withToken(token);
  if (interaction === undefined || application !== parts.applicationId) {
    throw refusal('unknownWebhook');
  }
  if (parts.interactions.isOver(interaction)) throw refusal('invalidWebhookToken');
  // The webhook comes into being with the first response.
  if (interaction.response === null) throw refusal('unknownWebhook');
  if (!parts.state.channels.has(interaction.channel.id)) throw refusal('unknownChannel');
  return interaction;
}

/** A message of the interaction, `@original` included. */
function reachOwn(
  parts: Parts,
  request: ApiRequest,
): { readonly interaction: Interaction; readonly stored: StoredMessage } {
  const interaction = reachInteraction(parts, request);
  const wanted = request.params['message'] ?? '';
  const id = wanted === '@original' ? interaction.originalId : wanted;
  const own = [interaction.originalId, ...interaction.followUpIds];
  const stored = id !== null && own.includes(id) ? parts.messages.get(id) : undefined;
  if (stored === undefined || stored.deleted) throw refusal('unknownMessage');
  return { interaction, stored };
}

/** The first message after a deferral takes the place of "thinking", and so stays as private as that was. */
function followUp(parts: Parts, interaction: Interaction, request: ApiRequest): StoredMessage {
  const { interactions, messages } = parts;
  const fields = checkedMessage(request, 'webhook');
  const original = interaction.originalId === null ? null : messages.get(interaction.originalId);
  if (original && !original.deleted && hasFlag(original.message.flags, MessageFlags.Loading)) {
    interactions.edit(interaction, original, { fields, uploads: request.uploads });
    return original;
  }
  const ephemeral = hasFlag(fields.flags, MessageFlags.Ephemeral);
  return interactions.createFollowUp(interaction, { fields, uploads: request.uploads, ephemeral });
}
