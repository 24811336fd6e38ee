import type { BotOptions } from '../bot.ts';
import { startPlayground, type Playground } from '../bot-playground.ts';
import { withProgress } from '../cli/open.ts';
import { EXIT, type ExitCode } from '../discord/exit-codes.ts';
import { Ending, exitCodeOf, type StartOptions } from './ending.ts';
import { whenAborted } from './interruption.ts';

export interface RunPlaygroundOptions extends StartOptions, Pick<BotOptions, 'embedder'> {
  /** Opens the page's address; null when nobody asked for it. */
  readonly openInBrowser: ((address: string) => Promise<void>) | null;
}

/** The playground, until it is told to stop or cannot go on. Never rejects. */
export function runPlayground(options: RunPlaygroundOptions): Promise<ExitCode> {
  const ending = new Ending(options);
  return Promise.race([run(options, ending), ending.overdue]);
}

async function run(options: RunPlaygroundOptions, ending: Ending): Promise<ExitCode> {
  const { config, log, terminal, interrupted } = options;
  const hasToken = config.DISCORD_TOKEN !== undefined;
  terminal.stdout.write(hasToken ? DESPITE_TOKEN : WITHOUT_TOKEN);
  try {
    const playground = await start(options, ending);
    terminal.stdout.write(`The playground is open at ${playground.url}\n${HOW_TO_STOP}`);
    void open(playground, options);
    void whenAborted(interrupted).then(() => {
      log.info('stopping: finishing what was begun');
      return playground.bot.stop();
    });
    const code = await playground.bot.stopped;
    await playground.stop();
    return code;
  } catch (error) {
    if (error === interrupted.reason) return EXIT.done;
    ending.report(error);
    return exitCodeOf(error);
  }
}

const WITHOUT_TOKEN =
  'DISCORD_TOKEN is not set: starting the playground, a Discord of its own in your browser.\n';
const DESPITE_TOKEN =
  'Starting the playground, a Discord of its own in your browser; DISCORD_TOKEN is not used.\n';
const HOW_TO_STOP = 'Ctrl+C stops it; everything in it is there again at the next start.\n';

function start(options: RunPlaygroundOptions, ending: Ending): Promise<Playground> {
  const { terminal, interrupted: signal } = options;
  let isOpening = true;
  const opening = withProgress(terminal, (onProgress) =>
    startPlayground({
      ...options,
      ...{ onProgress, signal },
      onRemark: (sentence) => terminal.stderr.write(`${sentence}\n`),
      onFailure: (error) => {
        ending.fail(error);
        // While it opens, the progress is ended first; then it rejects with the error.
        if (!isOpening) ending.report(error);
      },
    }),
  );
  return opening.finally(() => {
    isOpening = false;
  });
}

async function open({ url }: Playground, options: RunPlaygroundOptions): Promise<void> {
  try {
    await options.openInBrowser?.(url);
  } catch (error) {
    options.log.debug({ err: error }, 'no browser was opened');
    options.terminal.stderr.write(
      'The browser could not be opened. Open the address above yourself.\n',
    );
  }
}
