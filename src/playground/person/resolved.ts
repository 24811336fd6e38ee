import type {
  APIAttachment,
  APIChannel,
  APIInteractionDataResolved,
  APIMessage,
} from 'discord-api-types/v10';
import type { UploadedFile } from './person.ts';
import { contentTypeOf } from '../messages/uploads.ts';
import type { Parts } from '../parts.ts';
import { without } from '../without.ts';
import { actingMember, channelPayload, rolePayload } from '../world/payloads.ts';
import { channelPermissions } from '../world/permissions.ts';
import type { ChannelState } from '../world/state.ts';

/** Collects what an interaction names by id, as Discord sends it along. */
export class Resolved {
  readonly #parts: Parts;
  readonly #channel: ChannelState;
  readonly #userId: string;
  readonly #data: Required<APIInteractionDataResolved> & {
    messages: Record<string, APIMessage>;
  } = { users: {}, members: {}, roles: {}, channels: {}, attachments: {}, messages: {} };

  constructor(parts: Parts, channel: ChannelState, userId: string) {
    this.#parts = parts;
    this.#channel = channel;
    this.#userId = userId;
  }

  /** The field of an interaction's data, with only what there is; no field when that is nothing. */
  get field(): { readonly resolved?: object } {
    const filled = Object.entries(this.#data).filter(([, part]) => Object.keys(part).length > 0);
    return filled.length === 0 ? {} : { resolved: Object.fromEntries(filled) };
  }

  /** Uploads a file that goes with the interaction. */
  addFile({ name, data, contentType }: UploadedFile): APIAttachment {
    const { attachments, applicationId } = this.#parts;
    const attachment = attachments.add(
      { folder: 'ephemeral-attachments', ownerId: applicationId },
      { index: 0, name, data, contentType: contentType ?? contentTypeOf(name) },
    );
    this.#data.attachments[attachment.id] = attachment;
    return attachment;
  }

  addMessage(message: APIMessage): void {
    this.#data.messages[message.id] = message;
  }

  addUser(id: string): boolean {
    const { state } = this.#parts;
    const user = state.users.get(id);
    if (user === undefined) return false;
    this.#data.users[id] = user;
    if (state.guildOf(this.#channel).members.has(id)) {
      const member = actingMember(state, this.#channel, id);
      this.#data.members[id] = without(member, 'user', 'deaf', 'mute');
    }
    return true;
  }

  addRole(id: string): boolean {
    const role = this.#parts.state.guildOf(this.#channel).roles.get(id);
    if (role === undefined) return false;
    this.#data.roles[id] = rolePayload(role);
    return true;
  }

  addChannel(id: string): APIChannel | null {
    const { state } = this.#parts;
    const channel = state.guildOf(this.#channel).channels.get(id);
    if (channel === undefined) return null;
    const payload = channelPayload(channel);
    const permissions = String(channelPermissions(state, channel, this.#userId));
    this.#data.channels[id] = { ...payload, permissions };
    return payload;
  }
}
