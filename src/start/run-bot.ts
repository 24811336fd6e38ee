import { startBot, type ReadyReport } from '../bot.ts';
import type { ExitCode } from '../discord/exit-codes.ts';
import { Ending, exitCodeOf, type StartOptions } from './ending.ts';
import { whenAborted } from './interruption.ts';

/** The bot on Discord, until it is told to stop or cannot go on. Never rejects. */
export function runBot(options: StartOptions): Promise<ExitCode> {
  const ending = new Ending(options);
  return Promise.race([run(options, ending), ending.overdue]);
}

async function run(options: StartOptions, ending: Ending): Promise<ExitCode> {
  const { config, log, clock, terminal, interrupted } = options;
  try {
    const bot = await startBot({
      ...{ config, log, clock },
      onFailure: (error) => {
        ending.fail(error);
        ending.report(error);
      },
    });
    void bot.ready.then((report) => terminal.stdout.write(readyLines(report)));
    void whenAborted(interrupted).then(() => {
      log.info('stopping: finishing what was begun');
      return bot.stop();
    });
    return await bot.stopped;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function readyLines({ name, guilds, articles, outdated }: ReadyReport): string {
  const line = `Archivist is ready as ${name}: ${count(guilds, 'server')}, ${count(articles, 'shared article')}.\n`;
  return outdated === null ? line : `${line}${outdated}\n`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
