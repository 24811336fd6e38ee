import { open, rename, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { SHARED_SCOPE } from '../archive/article.ts';
import type { ArchiveReader } from '../archive/library.ts';
import { TEMPORARY_SUFFIX } from '../storage/atomic-file.ts';
import type { CommandContext } from './context.ts';
import { formatCount } from './format.ts';
import { ingestInputs } from './ingest.ts';
import { printJson, toJson } from './json-output.ts';
import { withApp } from './open.ts';
import { print } from './terminal.ts';

/** Characters gathered before they are written. */
const WRITE_SIZE = 64 * 1024;

interface ExportFlags {
  readonly guild?: string;
  readonly json?: true;
}

/** `export` and `import`. */
export function registerTransfer(archive: Command, context: CommandContext): void {
  const { terminal } = context;
  archive
    .command('export')
    .description('write all articles as JSON Lines, which import and ingest read')
    .argument('[file]', 'where to; standard output without it')
    .option('--guild <id>', 'the articles of this Discord server instead of the shared ones')
    .option('--json', 'print what was written as one JSON object; needs a file')
    .action((file: string | undefined, { guild, json }: ExportFlags, command: Command) => {
      if (json && file === undefined) command.error('error: --json needs a file to export to');
      const scope = guild ?? SHARED_SCOPE;
      return withApp(context, async ({ app }) => {
        if (file === undefined) {
          await writeArticles(app.library, scope, (text) => print(terminal.stdout, text));
          return;
        }
        const articles = await exportToFile(app.library, scope, file);
        if (json) await printJson(terminal, { file, articles });
        else
          await print(terminal.stdout, `${formatCount(articles, 'article')} written to ${file}.\n`);
      });
    });
  archive
    .command('import')
    .description('add the articles of an export, with the ids they had')
    .argument('<file>', 'what export wrote; - for standard input')
    .option('--json', 'print the report as one JSON object')
    .action(async (file: string, { json }: { readonly json?: true }) => {
      const { readArchivedLines } = await import('../ingest/archived-lines.ts');
      const run = { read: readArchivedLines, asLines: true, ...(json ? { json } : {}) };
      await ingestInputs([file], run, context);
    });
}

/** The whole export or none: it takes its name when it is complete. */
async function exportToFile(library: ArchiveReader, scope: string, file: string): Promise<number> {
  const temporary = `${file}${TEMPORARY_SUFFIX}`;
  try {
    const handle = await open(temporary, 'w');
    let articles: number;
    try {
      articles = await writeArticles(library, scope, (text) => handle.appendFile(text));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    return articles;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeArticles(
  library: ArchiveReader,
  scope: string,
  write: (text: string) => Promise<void>,
): Promise<number> {
  let articles = 0;
  let held = '';
  for await (const article of library.exportArticles([scope])) {
    held += `${toJson(article)}\n`;
    articles++;
    if (held.length < WRITE_SIZE) continue;
    await write(held);
    held = '';
  }
  if (held !== '') await write(held);
  return articles;
}
