import { ComponentType } from 'discord.js';
import { UserError } from '../../errors.ts';
import type { PrepareOptions } from '../../guild/guild-archive.ts';
import type { Caller } from '../command.ts';
import { container, text } from '../components.ts';
import type { MessageReply } from '../reply.ts';
import { COLOURS } from '../render/ingest/colours.ts';
import { renderNothing } from '../render/ingest/failures.ts';
import { renderPending } from '../render/ingest/preview.ts';
import { renderIngestProgress } from '../render/ingest/progress.ts';
import { describeUserError } from '../texts/errors/index.ts';
import { ingestTexts } from '../texts/ingest/index.ts';
import type { Collected } from './collect.ts';
import { typedFile, typedInput, type TypedArticle } from './typed-article.ts';

/** Reading more than this takes seconds. */
const LONG_READING_BYTES = 1_000_000;

/** Reads what was collected and shows what adding it would do. */
export async function prepareIngest(
  { inputs, failures }: Collected,
  caller: Caller,
  defaults: NonNullable<PrepareOptions['defaults']> = {},
): Promise<MessageReply> {
  const { language, userId, signal } = caller;
  if (inputs.length === 0) return renderNothing(failures, language);
  const bytes = inputs.reduce((sum, input) => sum + input.bytes.byteLength, 0);
  if (bytes > LONG_READING_BYTES) {
    caller.progress(renderIngestProgress(language, 'reading', 0, 0));
  }
  const archive = await caller.archive();
  const pending = await archive.prepare(inputs, { by: userId, defaults, failures, signal });
  if (pending.articles.length === 0) archive.cancel(pending.id);
  return renderPending(pending, language);
}

/** The same for an article from the modal. What was typed is never lost: where it cannot be kept, it comes back as a file. */
export async function prepareTyped(
  typed: TypedArticle,
  caller: Caller,
  today: Date,
): Promise<MessageReply> {
  const { language, userId, signal } = caller;
  const { input, problems } = typedInput(typed, { language, today });
  const archive = await caller.archive();
  try {
    const pending = await archive.prepare([input], { by: userId, signal });
    const reply = renderPending(pending, language, { problems });
    if (pending.articles.length > 0) return reply;
    archive.cancel(pending.id);
    return withTyped(reply, typed, caller);
  } catch (error) {
    if (error instanceof UserError) return returnTyped(error, typed, caller);
    throw error;
  }
}

/** Why it could not be kept, and what was typed. */
export function returnTyped(error: UserError, typed: TypedArticle, caller: Caller): MessageReply {
  const sentence = describeUserError(error, caller.language);
  return withTyped({ components: [container([text(sentence)], COLOURS.failure)] }, typed, caller);
}

/** Puts what was typed below a reply, as a file. */
export function withTyped(reply: MessageReply, typed: TypedArticle, caller: Caller): MessageReply {
  const file = typedFile(typed);
  const { saved } = ingestTexts[caller.language].problems;
  return {
    components: [
      ...reply.components,
      text(saved(caller.mention('ingest file'))),
      { type: ComponentType.File, file: { url: `attachment://${file.name}` } },
    ],
    files: [file],
  };
}
