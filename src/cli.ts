import { runCli } from './cli/run-cli.ts';
import { systemTerminal } from './cli/terminal.ts';
import { systemClock } from './clock.ts';

// What a command does not need is not loaded: `--help` waits for neither the model nor the database.
process.exitCode = await runCli(process.argv.slice(2), systemTerminal(), {
  clock: systemClock,
  loadConfig: async () => (await import('./config.ts')).loadConfig(),
  createLog: async (level) => (await import('./log.ts')).createLog(level),
  openApp: async (options) => (await import('./open-app.ts')).openApp(options),
  evaluate: async (folders, options) =>
    (await import('./evaluation/evaluate.ts')).evaluate(folders, options),
});
