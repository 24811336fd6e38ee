import { AllowedMentionsTypes, MessageFlags } from 'discord-api-types/v10';
import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  RESTPatchAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { componentProblems } from './components.ts';
import { embedProblems, showsSomething } from './embeds.ts';
import type { Attached } from './media.ts';
import { problem, tooLong } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isFields, shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';
import { isBlank } from './strings.ts';

/**
 * Where a message's body goes: a new message in a channel; the edit of any message; a follow-up through an interaction's
 * webhook; or the data of an interaction's first response.
 */
export type MessageKind = 'create' | 'edit' | 'webhook' | 'callback';

export interface MessageContext {
  /** Does the edited message have IS_COMPONENTS_V2 already? Default false. */
  readonly componentsV2?: boolean;
  /**
   * Names of the files sent along and of those that stay on an edited message. Without it `attachment://` may name
   * anything, and only `attachments` in the body tell whether there are files.
   */
  readonly fileNames?: readonly string[];
}

type Body =
  | RESTPostAPIChannelMessageJSONBody
  | RESTPatchAPIChannelMessageJSONBody
  | RESTPostAPIWebhookWithTokenJSONBody;

/** What of a body matters here, whatever its kind. Null is gone once the shape was checked. */
interface Message {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly mentions: APIAllowedMentions;
  readonly files: number;
  /** Names of what else is sent. */
  readonly extras: readonly ('poll' | 'sticker_ids')[];
}

const CONTENT_LENGTH = 2_000;
const EMPTY: ValidationProblem = problem([], '50006', 'Cannot send an empty message');

/** Every way in which `body` is not a message that Discord accepts. Unknown fields are ignored, as Discord does. */
export function validateMessage(
  body: unknown,
  kind: MessageKind,
  context: MessageContext = {},
): readonly ValidationProblem[] {
  const shape = shapeFor(kind, attachmentIdsAsText(body));
  if (!shape.ok) return shape.problems;
  const message = read(shape.data, context.fileNames);
  const v2 = hasFlag(message, MessageFlags.IsComponentsV2) || context.componentsV2 === true;
  const attached: Attached = context.fileNames ?? null;
  return [
    ...(message.content.length > CONTENT_LENGTH ? [tooLong(['content'], CONTENT_LENGTH)] : []),
    ...embedProblems(message.embeds, ['embeds']),
    ...componentProblems(message.components, { v2, attached }),
    ...(v2 ? legacyFieldProblems(message) : []),
    ...flagProblems(message, kind),
    ...mentionProblems(message.mentions, ['allowed_mentions']),
    ...(kind !== 'edit' && isEmpty(message, v2) ? [EMPTY] : []),
  ];
}

function shapeFor(kind: MessageKind, body: unknown): Shape<Body> {
  switch (kind) {
    case 'create':
      return shapeOf(MessageCreateRequestSchema, body);
    case 'edit':
      return shapeOf(MessageEditRequestPartialSchema, body);
    case 'webhook':
      return shapeOf(IncomingWebhookRequestPartialSchema, body);
    case 'callback':
      return shapeOf(IncomingWebhookInteractionRequestSchema, body);
  }
}

/** Discord takes ids as numbers too; of attachments they are small ones that bots write so. */
function attachmentIdsAsText(body: unknown): unknown {
  if (!isFields(body) || !Array.isArray(body['attachments'])) return body;
  const attachments = body['attachments'].map((each: unknown) =>
    isFields(each) && typeof each['id'] === 'number' ? { ...each, id: String(each['id']) } : each,
  );
  return { ...body, attachments };
}

function read(body: Body, fileNames: readonly string[] = []): Message {
  const extras = (['poll', 'sticker_ids'] as const).filter((name) => {
    const value: unknown = Reflect.get(body, name);
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  return {
    content: body.content ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    flags: body.flags ?? 0,
    mentions: body.allowed_mentions ?? {},
    files: Math.max(fileNames.length, body.attachments?.length ?? 0),
    extras,
  };
}

function hasFlag({ flags }: Message, flag: MessageFlags): boolean {
  return (flags & flag) !== 0;
}

function legacyFieldProblems(message: Message): readonly ValidationProblem[] {
  const used = [
    ...(message.content === '' ? [] : ['content']),
    ...(message.embeds.length === 0 ? [] : ['embeds']),
    ...message.extras,
  ];
  return used.map((name) =>
    problem(
      [name],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    ),
  );
}

/** Bits a new message may set. An edit has to repeat whatever the message has, so all are allowed there. */
const SETTABLE =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

function flagProblems(message: Message, kind: MessageKind): readonly ValidationProblem[] {
  if (kind === 'edit') return [];
  const settable = kind === 'create' ? SETTABLE : SETTABLE | MessageFlags.Ephemeral;
  if ((message.flags & ~settable) === 0) return [];
  return [problem(['flags'], 'BASE_TYPE_CHOICES', `Only the flags ${settable} can be set here.`)];
}

function mentionProblems(
  { parse = [], users = [], roles = [] }: APIAllowedMentions,
  path: Path,
): readonly ValidationProblem[] {
  const listed = { [AllowedMentionsTypes.User]: users, [AllowedMentionsTypes.Role]: roles };
  return parse
    .filter((name) => name !== AllowedMentionsTypes.Everyone && listed[name].length > 0)
    .map((name) =>
      problem(
        path,
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
      ),
    );
}

function isEmpty(message: Message, v2: boolean): boolean {
  if (v2) return message.components.length === 0;
  return (
    isBlank(message.content) &&
    !message.embeds.some(showsSomething) &&
    message.components.length === 0 &&
    message.files === 0 &&
    message.extras.length === 0
  );
}
