import { MessageFlags } from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import type { MessageFields } from '../messages/message-fields.ts';
import type { StoredMessage } from '../messages/message-store.ts';
import { storedName, type Upload } from '../messages/uploads.ts';
import type { Body } from '../rest/body.ts';
import { refuseInvalid } from '../rest/api-error.ts';
import {
  validateMessage,
  type MessageContext,
  type MessageKind,
  type ValidationProblem,
} from '../validate/validate.ts';

type Problems = readonly ValidationProblem[];

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
  if (edited !== null) refuseInvalid(resultProblems(fields, body.uploads, edited));
  return fields;
}

/** What the rules about a message need to know beside its body. */
export function contextOf({ uploads }: Body, edited: StoredMessage | null): MessageContext {
  const names = uploads.flatMap(({ name }) => [name, storedName(name)]);
  return {
    componentsV2: hasFlag(edited?.message.flags, MessageFlags.IsComponentsV2),
    fileNames: [...names, ...(edited?.files ?? []).map(({ filename }) => filename)],
  };
}

/** `attachments` may only name files that come along or are there. */
export function attachmentProblems(
  { attachments }: MessageFields,
  uploads: readonly Upload[],
  edited: StoredMessage | null,
): Problems {
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

/** What an edit may not leave behind: nothing at all, or old fields on a message of Components V2. */
export function resultProblems(
  fields: MessageFields,
  uploads: readonly Upload[],
  { message, files }: StoredMessage,
): Problems {
  const left = {
    content: after(fields.content, message.content),
    embeds: after(fields.embeds, message.embeds),
    components: after(fields.components, message.components),
    files: [...uploads, ...(fields.attachments ?? files)],
  };
  const isV2 = [fields.flags, message.flags].some((flags) =>
    hasFlag(flags, MessageFlags.IsComponentsV2),
  );
  if (isV2) return legacyProblems(left);
  if (Object.values(left).some(isFilled)) return [];
  return [{ path: [], code: '50006', message: 'Cannot send an empty message' }];
}

interface Lengthy {
  readonly length: number;
}

function after(wanted: Lengthy | null | undefined, before: Lengthy | undefined): Lengthy {
  return (wanted === undefined ? before : wanted) ?? [];
}

function isFilled({ length }: Lengthy): boolean {
  return length > 0;
}

function legacyProblems(left: Readonly<Record<'content' | 'embeds', Lengthy>>): Problems {
  const names = (['content', 'embeds'] as const).filter((name) => isFilled(left[name]));
  return names.map((name) => ({
    path: [name],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}
