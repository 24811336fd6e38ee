import type { App } from './app.ts';
import { SHARED_SCOPE } from './archive/article.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Embedder } from './embedding/embedder.ts';
import { addSeeds, needsSeeds } from './ingest/seeds.ts';
import type { Log } from './log.ts';
import type { OpenArchiveOptions, StartProgress } from './open-archive.ts';

export interface BotArchiveOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  /** In place of `openApp`. */
  readonly openApp?: (options: OpenArchiveOptions) => Promise<App>;
  /** In place of the one the settings name; closed with the archive. */
  readonly embedder?: Embedder;
  /** Told how far the opening has come, and the adding of seed articles. */
  readonly onProgress?: (event: StartProgress) => void;
}

/**
 * Opens the archive for the bot, with the seed articles where nobody has put anything into it yet. Its calibration is
 * brought up to date in the background, until `signal` aborts.
 * @throws {UserError} when the archive cannot be opened, such as when another process has it.
 */
export async function openBotArchive(
  options: BotArchiveOptions,
  signal: AbortSignal,
): Promise<App> {
  const { config, log, clock, embedder, onProgress } = options;
  const openApp = options.openApp ?? (await import('./open-app.ts')).openApp;
  const app = await openApp({
    ...{ config, log, clock },
    ...(embedder ? { embedder } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  await addSeedsIfNew(app, options, signal);
  app.calibrate([SHARED_SCOPE], signal).catch((error: unknown) => {
    if (!signal.aborted) log.warn({ err: error }, 'the archive could not be calibrated');
  });
  return app;
}

/** Seeds are a beginning, not a condition: without them the archive is empty, and the log says why. */
async function addSeedsIfNew(
  { library }: App,
  { config, log, clock, onProgress }: BotArchiveOptions,
  signal: AbortSignal,
): Promise<void> {
  if (!needsSeeds(library)) return;
  try {
    const { added, failed } = await addSeeds({
      library,
      folder: config.SEEDS_DIR,
      today: clock.now(),
      signal,
      onProgress: ({ done, sources: total }) =>
        onProgress?.({ stage: 'seeds', done, total, label: 'Adding the seed articles' }),
    });
    log.info({ added, failed }, 'the seed articles were added');
  } catch (error) {
    log.warn({ err: error }, 'the seed articles could not be added');
  }
}
