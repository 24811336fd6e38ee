import { MessageFlags } from 'discord-api-types/v10';
import type { MessageFields } from '../messages/message-fields.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import { storedName, type Upload } from '../messages/uploads.ts';
import type { Body } from '../rest/body.ts';
import { refuseInvalid } from '../rest/api-error.ts';
import { validateMessage, type MessageContext, type MessageKind } from '../validate/validate.ts';

/** @throws {ApiError} 50035 or 50006 when Discord would not take the message. */
export function checkedMessage(
  body: Body,
  kind: MessageKind,
  edited: StoredMessage | null = null,
): MessageFields {
  const json = body.json ?? {};
  refuseInvalid(validateMessage(json, kind, contextOf(body, edited)));
  // Just validated against Discord's schema of this very body.
  const fields = json as MessageFields;
  refuseInvalid(attachmentProblems(fields, body.uploads, edited));
  if (edited !== null) refuseInvalid(conversionProblems(fields, edited));
  return fields;
}

/** What the rules about a message need to know beside its body. */
export function contextOf({ uploads }: Body, edited: StoredMessage | null): MessageContext {
  const names = uploads.flatMap(({ name }) => [name, storedName(name)]);
  const flags = edited?.message.flags ?? 0;
  return {
    componentsV2: (flags & MessageFlags.IsComponentsV2) !== 0,
    fileNames: [...names, ...(edited?.files ?? []).map(({ filename }) => filename)],
  };
}

/** `attachments` may only name files that come along or are there. */
export function attachmentProblems(
  { attachments }: MessageFields,
  uploads: readonly Upload[],
  edited: StoredMessage | null,
): Parameters<typeof refuseInvalid>[0] {
  const known = new Set([
    ...uploads.map(({ index }) => String(index)),
    ...(edited?.files ?? []).map(({ id }) => id),
  ]);
  return (attachments ?? []).flatMap(({ id }, index) =>
    known.has(String(id))
      ? []
      : [
          {
            path: ['attachments', index, 'id'],
            code: 'ATTACHMENT_NOT_FOUND',
            message: `Attachment data for attachment ${id} not found`,
          },
        ],
  );
}

/** A message that is turned into one of Components V2 must have lost everything else. */
export function conversionProblems(
  fields: MessageFields,
  { message }: StoredMessage,
): Parameters<typeof refuseInvalid>[0] {
  const isV2 = (((fields.flags ?? 0) | (message.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  if (!isV2) return [];
  const content = fields.content === undefined ? message.content : (fields.content ?? '');
  const embeds = fields.embeds === undefined ? message.embeds : (fields.embeds ?? []);
  const left = [...(content === '' ? [] : ['content']), ...(embeds.length === 0 ? [] : ['embeds'])];
  return left.map((name) => ({
    path: [name],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}
