import { startBot, type Bot, type ReadyReport } from './bot.ts';
import { systemClock } from './clock.ts';
import { loadConfig, type Config } from './config.ts';
import { EXIT, type ExitCode } from './discord/exit-codes.ts';
import { StartError } from './discord/start-error.ts';
import { UserError } from './errors.ts';
import { createLog, type Log } from './log.ts';

/** A stop that takes longer than its own limits allow ends here. Milliseconds. */
const LONGEST_STOP_MS = 15_000;

// What is still open then, such as a half-closed connection, must not keep the process.
process.exit(await main());

async function main(): Promise<ExitCode> {
  const config = readSettings();
  if (config === null) return EXIT.usage;
  const log = createLog(config.LOG_LEVEL, {
    secrets: config.DISCORD_TOKEN === undefined ? [] : [config.DISCORD_TOKEN],
  });
  const signal = firstSignal();
  if (config.DISCORD_TOKEN === undefined || process.argv.includes('--playground')) {
    const { startPlayground } = await import('./bot-playground.ts');
    const playground = await startPlayground({ config, log, clock: systemClock });
    process.stdout.write(`The playground is open at ${playground.url}\n`);
    await signal;
    await playground.stop();
    return EXIT.done;
  }
  try {
    const bot = await Promise.race([
      startBot({
        config,
        log,
        clock: systemClock,
        onFailure: (error) => {
          complain(error, log);
        },
      }),
      signal.then(() => systemClock.sleep(LONGEST_STOP_MS)),
    ]);
    // It still connects; nobody has been promised anything.
    if (bot === undefined) return EXIT.done;
    void bot.ready.then(announce);
    return await runUntilStopped(bot, signal, log);
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** Says what is wrong while things are still being closed, and sees to it that they do not take for ever. */
function complain(error: unknown, log: Log): void {
  process.stderr.write(`${sentenceOf(error)}\n`);
  if (!(error instanceof UserError)) log.debug({ err: error }, 'the bot cannot go on');
  void systemClock.sleep(LONGEST_STOP_MS).then(() => process.exit(exitCodeOf(error)));
}

function exitCodeOf(error: unknown): ExitCode {
  return error instanceof StartError ? error.exitCode : EXIT.failed;
}

function readSettings(): Config | null {
  try {
    return loadConfig();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return null;
  }
}

async function runUntilStopped(bot: Bot, signal: Promise<null>, log: Log): Promise<ExitCode> {
  const code = await Promise.race([bot.stopped, signal]);
  if (code !== null) return code;
  log.info('stopping: finishing what was begun');
  await Promise.race([bot.stop(), systemClock.sleep(LONGEST_STOP_MS)]);
  return EXIT.done;
}

/** Resolves at the first signal to stop; the second ends the process at once. */
function firstSignal(): Promise<null> {
  return new Promise((resolve) => {
    let signals = 0;
    for (const name of ['SIGTERM', 'SIGINT'] as const) {
      process.on(name, () => {
        signals++;
        // Not process.exit: threads of the model would abort it half-way.
        if (signals > 1) process.kill(process.pid, 'SIGKILL');
        resolve(null);
      });
    }
  });
}

function announce({ name, guilds, articles, outdated }: ReadyReport): void {
  process.stdout.write(
    `Archivist is ready as ${name}: ${count(guilds, 'server')}, ${count(articles, 'shared article')}.\n`,
  );
  if (outdated !== null) process.stdout.write(`${outdated}\n`);
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartError || error instanceof UserError) return error.message;
  return 'Something went wrong inside Archivist. Set LOG_LEVEL=debug to see the details.';
}
