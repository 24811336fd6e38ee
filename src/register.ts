import { commandDefinitions } from './command-definitions.ts';
import { loadConfig } from './config.ts';
import { runRegister } from './discord/registration/run-register.ts';

process.exitCode = await runRegister({
  argv: process.argv.slice(2),
  readConfig: loadConfig,
  definitions: (config) => commandDefinitions(config),
  print: (line) => process.stdout.write(`${line}\n`),
  warn: (line) => process.stderr.write(`${line}\n`),
});
