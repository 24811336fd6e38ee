import type { App } from '../app.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { EvaluateOptions } from '../evaluation/evaluate.ts';
import type { EvaluationReport } from '../evaluation/report.ts';
import type { Log } from '../log.ts';
import type { OpenAppOptions } from '../open-app.ts';
import type { Terminal } from './terminal.ts';

/** The outside world as the commands need it. All are functions, so that `--help` loads none of it. */
export interface CliPorts {
  readonly clock: Clock;
  readonly loadConfig: () => Promise<Config>;
  readonly createLog: (level: string) => Promise<Log>;
  readonly openApp: (options: OpenAppOptions) => Promise<App>;
  readonly evaluate: (
    folders: readonly string[],
    options: EvaluateOptions,
  ) => Promise<EvaluationReport>;
}

/** What every command gets. */
export interface CommandContext extends CliPorts {
  readonly terminal: Terminal;
}
