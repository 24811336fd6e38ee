import { Command, CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import { registerArchive } from './archive.ts';
import { registerAsk } from './ask.ts';
import type { CliPorts, CommandContext } from './context.ts';
import { registerDigest } from './digest.ts';
import { displayText } from './display-text.ts';
import { registerEval } from './eval.ts';
import { IncompleteError } from './incomplete-error.ts';
import { registerIngest } from './ingest.ts';
import { OutputClosedError, type Terminal } from './terminal.ts';

/** Exit codes of every command. */
const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/**
 * Runs one command line to its end and answers the exit code: 0 done, 1 failed, 2 wrong usage. Every failure becomes a
 * message on standard error; nothing is thrown.
 * @param argv without the program: `['ask', 'who won']`.
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  ports: CliPorts,
): Promise<number> {
  const context = { ...ports, terminal };
  try {
    await createProgram(context).parseAsync([...argv], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return await answerError(error, context);
  }
}

function createProgram(context: CommandContext): Command {
  const { stdout, stderr, columns } = context.terminal;
  const program = new Command('npm run')
    .description('Archivist answers questions over an archive of articles, word for word.')
    .exitOverride()
    .showHelpAfterError('(add --help for the options)')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(displayLines(text)),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ commandUsage: usageOf });
  registerAsk(program, context);
  registerIngest(program, context);
  registerArchive(program, context);
  registerDigest(program, context);
  registerEval(program, context);
  return program;
}

/** The line as it is typed: npm takes what stands before `--` for itself. */
function usageOf(command: Command): string {
  const path: string[] = [];
  for (let at = command; at.parent; at = at.parent) path.unshift(at.name());
  const [script, ...rest] = path;
  if (script === undefined) return `npm run <command> -- ${command.usage()}`;
  return ['npm run', script, '--', ...rest, command.usage()].join(' ');
}

async function answerError(error: unknown, context: CommandContext): Promise<number> {
  // Commander has already written its message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof OutputClosedError) return EXIT.done;
  if (error instanceof IncompleteError) return EXIT.failed;
  const { stderr } = context.terminal;
  if (error instanceof UserError) {
    stderr.write(displayLines(`${error.message}\n`));
    return EXIT.failed;
  }
  stderr.write('Something went wrong inside Archivist. Set LOG_LEVEL=debug to see the details.\n');
  await logDetails(error, context);
  return EXIT.failed;
}

async function logDetails(error: unknown, context: CommandContext): Promise<void> {
  try {
    const { LOG_LEVEL } = await context.loadConfig();
    (await context.createLog(LOG_LEVEL)).debug({ err: error }, 'the command failed');
  } catch {
    // The settings cannot be read either; the message above is all there is to say.
  }
}

/** Messages may quote what an article or a file name contains. */
function displayLines(text: string): string {
  return text.split('\n').map(displayText).join('\n');
}
