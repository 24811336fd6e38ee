import { systemTerminal } from './cli/terminal.ts';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { EXIT, type ExitCode } from './discord/exit-codes.ts';
import { createLog } from './log.ts';
import { sentenceOf, type StartOptions } from './start/ending.ts';
import { interruption } from './start/interruption.ts';
import { openInBrowser } from './start/open-in-browser.ts';
import { readStartArguments, START_USAGE } from './start/start-arguments.ts';

const NOTHING_TO_OPEN =
  'With DISCORD_TOKEN there is no page to open. For the playground: npm run playground -- --open';

// What is still open then, such as a half-closed connection, must not keep the process.
process.exit(await main());

async function main(): Promise<ExitCode> {
  const interrupted = interruption();
  const terminal = systemTerminal();
  const refuse = (sentence: string): ExitCode => {
    terminal.stderr.write(`${sentence}\n`);
    return EXIT.usage;
  };
  const chosen = readStartArguments(process.argv.slice(2));
  if (chosen === null) return refuse(START_USAGE);
  let options: StartOptions;
  try {
    const config = loadConfig();
    const secrets = config.DISCORD_TOKEN === undefined ? [] : [config.DISCORD_TOKEN];
    const log = createLog(config.LOG_LEVEL, { secrets });
    options = { config, log, clock: systemClock, terminal, interrupted };
  } catch (error) {
    return refuse(sentenceOf(error));
  }
  if (options.config.DISCORD_TOKEN === undefined || chosen.playground) {
    const { runPlayground } = await import('./start/run-playground.ts');
    return runPlayground({ ...options, openInBrowser: chosen.open ? openInBrowser : null });
  }
  if (chosen.open) return refuse(NOTHING_TO_OPEN);
  const { runBot } = await import('./start/run-bot.ts');
  return runBot(options);
}
