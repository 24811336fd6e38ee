import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { StartProgress } from '../open-archive.ts';
import type { CommandContext } from './context.ts';
import { Progress, type ProgressEnd } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** The opened application with the settings it was opened with. */
export interface Opened {
  readonly app: App;
  readonly config: Config;
}

/**
 * Opens the application, showing what that takes, runs `work`, and closes it again whatever happens.
 * @param rebuildIndex see `OpenAppOptions`.
 */
export async function withApp<T>(
  context: CommandContext,
  work: (opened: Opened) => Promise<T>,
  { rebuildIndex = false }: { readonly rebuildIndex?: boolean } = {},
): Promise<T> {
  const { config, log } = await loadSettings(context);
  const { clock, terminal } = context;
  const app = await withProgress(terminal, (onProgress) =>
    context.openApp({ config, log, clock, onProgress, rebuildIndex }),
  );
  try {
    return await work({ app, config });
  } finally {
    await app.close();
  }
}

export async function loadSettings(
  context: CommandContext,
): Promise<{ readonly config: Config; readonly log: Log }> {
  const config = await context.loadConfig();
  return { config, log: await context.createLog(config.LOG_LEVEL) };
}

/** Runs work that reports its progress in stages, one bar after the other. */
export async function withProgress<T>(
  terminal: Terminal,
  work: (onProgress: (event: StartProgress) => void) => Promise<T>,
): Promise<T> {
  let current: { readonly stage: string; readonly progress: Progress } | null = null;
  let complete = false;
  // What fails after a stage has come to its end is not that stage.
  const stop = (end: ProgressEnd): void => current?.progress.stop(complete ? 'done' : end);
  try {
    const result = await work(({ stage, label, done, total }) => {
      if (current?.stage !== stage) {
        stop('done');
        current = { stage, progress: new Progress(terminal, label) };
      }
      complete = total > 0 && done >= total;
      current.progress.update({ done, total });
    });
    stop('done');
    return result;
  } catch (error) {
    stop(error instanceof Error && error.name === 'AbortError' ? 'stopped' : 'failed');
    throw error;
  }
}
