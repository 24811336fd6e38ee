import type { Client } from 'discord.js';
import type { App } from './app.ts';
import { MS_PER_DAY, type Clock } from './clock.ts';
import { createDigestPoster } from './discord/digest/posting/poster.ts';
import type { Log } from './log.ts';

export interface BotDuties {
  readonly app: App;
  readonly client: Client<true>;
  /** A clickable mention of a command. */
  readonly mention: (command: string) => string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * What the bot does without being asked: posts digests, and deletes every day what is kept no longer. Until `signal` aborts;
 * resolves when nothing of it is going on any more.
 */
export async function doDuties(duties: BotDuties, signal: AbortSignal): Promise<void> {
  const poster = createDigestPoster(duties);
  try {
    await Promise.all([duties.app.digests.run(poster, signal), sweepDaily(duties, signal)]);
  } finally {
    poster.close();
  }
}

async function sweepDaily({ app, clock, log }: BotDuties, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await app.guilds.sweep();
    } catch (error) {
      log.error({ err: error }, 'what is kept no longer could not be deleted');
    }
    await clock.sleep(MS_PER_DAY, signal).catch(() => undefined);
  }
}
