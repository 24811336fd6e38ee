import { join } from 'node:path';
import type { CliPorts } from '../../src/cli/context.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { FakeApp } from '../fakes/fake-app.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';

export interface CommandLine {
  readonly app: FakeApp;
  readonly terminal: MemoryTerminal;
  /** Data and seeds; there are no seeds unless a test puts some there. */
  readonly folder: string;
  /** Runs one command line and answers its exit code. */
  readonly run: (...argv: readonly string[]) => Promise<number>;
}

/** The commands over a fake application, a terminal in memory and a temporary folder. */
export async function commandLine(
  terminal = new MemoryTerminal(),
  ports: Partial<CliPorts> = {},
): Promise<CommandLine> {
  const folder = await temporaryFolder();
  const app = new FakeApp();
  // As if an earlier run had added the seeds.
  app.library.setSetting('seeds', 'done');
  const config = readConfig({ DATA_DIR: join(folder, 'data'), SEEDS_DIR: join(folder, 'seeds') });
  return {
    app,
    terminal,
    folder,
    run: (...argv) =>
      runCli(argv, terminal, {
        clock: new ManualClock(),
        loadConfig: () => Promise.resolve(config),
        createLog: () => Promise.resolve(silentLog),
        openApp: () => Promise.resolve(app),
        evaluate: () => Promise.resolve({ sets: [] }),
        ...ports,
      }),
  };
}
