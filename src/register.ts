import { createFeatures } from '../commands/index.ts';
import { systemClock } from './clock.ts';
import { loadConfig } from './config.ts';
import { runRegister } from './discord/registration/run-register.ts';

const unused = (): Promise<never> => Promise.reject(new Error('Registering runs no command.'));

process.exitCode = await runRegister({
  argv: process.argv.slice(2),
  readConfig: loadConfig,
  definitions: (config) =>
    createFeatures({
      config,
      clock: systemClock,
      fetchPage: unused,
      downloadAttachments: unused,
    }).map(({ command }) => command.definition),
  print: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`),
});
