import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import { ChannelClosedError } from './channel-post.ts';
import type { Exchange } from './exchange.ts';
import { InteractionLostError } from './interaction-calls.ts';
import { dispatchTexts } from './texts/dispatch/index.ts';
import { describeUserError } from './texts/errors/index.ts';
import type { Language } from './texts/language.ts';

export interface FailureContext {
  readonly exchange: Exchange;
  readonly log: Log;
  readonly reference: () => string;
  readonly language: Language;
  /** Was the work cut off because the bot stops? */
  readonly stopping: boolean;
  /** Which interaction it was. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Tells the person what they can mend, and that something went wrong where they cannot. Never rejects. */
export async function answerFailure(error: unknown, context: FailureContext): Promise<void> {
  const { exchange, log, facts } = context;
  const reference = context.reference();
  if (error instanceof InteractionLostError || error instanceof ChannelClosedError) {
    log.warn({ err: error, reference, ...facts }, 'an answer could not be delivered');
    return;
  }
  const sentence = sentenceFor(error, reference, context);
  try {
    await exchange.fail(sentence);
  } catch (undelivered) {
    log.error({ err: undelivered, reference, ...facts }, 'a failure could not be told to the user');
  }
}

function sentenceFor(
  error: unknown,
  reference: string,
  { log, language, stopping, facts }: FailureContext,
): string {
  const texts = dispatchTexts[language];
  if (error instanceof UserError) {
    log.info({ reason: error.message, ...facts }, 'a request was refused');
    return describeUserError(error, language);
  }
  if (stopping) {
    log.warn({ err: error, ...facts }, 'a request was cut off by the stop');
    return texts.interrupted;
  }
  log.error({ err: error, reference, ...facts }, 'a request failed');
  return texts.failed(reference);
}
