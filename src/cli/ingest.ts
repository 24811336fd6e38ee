import type { Command } from 'commander';
import { SHARED_SCOPE } from '../archive/article.ts';
import type { AddingLibrary } from '../ingest/batch-adder.ts';
import type { ReadDrafts } from '../ingest/ingest.ts';
import type { IngestReport } from '../ingest/report.ts';
import type { CommandContext } from './context.ts';
import { IncompleteError } from './incomplete-error.ts';
import { printJson } from './json-output.ts';
import { withApp } from './open.ts';
import { dayOption } from './options.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
Inputs: files, folders (all text, Markdown, HTML, JSON and JSON Lines files in them), globs, http(s) addresses, and
- for standard input. Articles that are already there are recognised; stopping and starting again is safe.

Examples:
  npm run ingest -- articles/ more/*.html
  npm run ingest -- https://example.org/story --section world
  npm run ingest -- --dry-run export.jsonl`;

interface Flags {
  readonly section?: string;
  readonly date?: string;
  readonly source?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export function registerIngest(program: Command, context: CommandContext): void {
  const command = program
    .command('ingest')
    .description('Add articles to the archive.')
    .argument('<inputs...>', 'what to read')
    .option('--section <name>', 'section of articles that name none')
    .option('--date <day>', 'date of articles that name none, such as 2024-02-10')
    .option('--source <name>', 'publisher of articles that name none')
    .option('--dry-run', 'show what would be read, and store nothing')
    .option('--json', 'print the report as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (inputs: readonly string[], flags: Flags) => {
      const { section, date, source } = flags;
      const defaults = {
        section,
        source,
        publishedAt: date === undefined ? undefined : dayOption(date, context.clock, command),
      };
      const { readArticles } = await import('../archive/readers/read.ts');
      await ingestInputs(inputs, { read: readArticles, defaults, ...flags }, context);
    });
}

export interface IngestRun extends Pick<Flags, 'dryRun' | 'json'> {
  readonly read: ReadDrafts;
  /** See `SourceOptions`. */
  readonly asLines?: boolean;
  readonly defaults?: Readonly<Record<'section' | 'source' | 'publishedAt', string | undefined>>;
}

/**
 * Reads the inputs into the archive, shows how far it is and what became of them. Ctrl-C stops after the batch at work.
 * @throws {IncompleteError} when something failed or it was stopped.
 */
export async function ingestInputs(
  inputs: readonly string[],
  run: IngestRun,
  context: CommandContext,
): Promise<void> {
  const { terminal } = context;
  const report = await withApp(context, async ({ app }) => {
    const stop = new AbortController();
    const forget = terminal.onInterrupt(() => {
      terminal.stderr.write('\nStopping after this batch; Ctrl-C again ends at once.\n');
      stop.abort();
    });
    try {
      const ingested = await ingestWithProgress(inputs, run, context, app.library, stop.signal);
      if (ingested.added + ingested.revised > 0) await app.calibrate([SHARED_SCOPE]);
      return ingested;
    } finally {
      forget();
    }
  });
  if (run.json) await printJson(terminal, report);
  else {
    const { renderIngestReport } = await import('./render-ingest-report.ts');
    await print(terminal.stdout, renderIngestReport(report));
  }
  if (report.stopped || report.failed.length > 0) {
    throw new IncompleteError('some inputs were not added');
  }
}

async function ingestWithProgress(
  inputs: readonly string[],
  { read, asLines, defaults, dryRun }: IngestRun,
  { clock, terminal }: CommandContext,
  library: AddingLibrary,
  signal: AbortSignal,
): Promise<IngestReport> {
  const { findSources } = await import('../ingest/sources.ts');
  const { fetchUrl } = await import('../ingest/fetch-url.ts');
  const { ingest } = await import('../ingest/ingest.ts');
  const { IngestProgressBar } = await import('./progress.ts');
  const sources = await findSources(inputs, {
    stdin: terminal.stdin,
    fetchUrl: (url) => fetchUrl(url, { clock, signal }),
    asLines: asLines ?? false,
  });
  const progress = new IngestProgressBar(terminal, clock, dryRun ? 'Reading' : 'Adding articles');
  try {
    const report = await ingest(sources, {
      library,
      read,
      scope: SHARED_SCOPE,
      by: 'terminal',
      today: clock.now(),
      dryRun: dryRun ?? false,
      signal,
      ...(defaults ? { defaults } : {}),
      onProgress: (state) => {
        progress.show(state);
      },
    });
    progress.stop(report.stopped ? 'stopped' : 'done');
    return report;
  } finally {
    progress.stop('failed');
  }
}
