import type { Command } from 'commander';
import { registerArticles } from './archive-articles.ts';
import { registerTransfer } from './archive-transfer.ts';
import type { CommandContext } from './context.ts';
import { formatCount } from './format.ts';
import { printJson } from './json-output.ts';
import { withApp } from './open.ts';
import { SHARED_SCOPE } from '../archive/article.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
Examples:
  npm run archive -- stats
  npm run archive -- list --section world --after 2024-02-01
  npm run archive -- export backup.jsonl`;

/** Everything that looks after the archive itself. */
export function registerArchive(program: Command, context: CommandContext): void {
  const archive = program
    .command('archive')
    .description('Look into the archive and look after it.')
    .addHelpText('after', EXAMPLES);
  registerStats(archive, context);
  registerArticles(archive, context);
  registerTransfer(archive, context);
  registerReindex(archive, context);
}

function registerStats(archive: Command, context: CommandContext): void {
  const { terminal } = context;
  archive
    .command('stats')
    .description('how much the archive holds')
    .option('--json', 'print one JSON object')
    .action(({ json }: { readonly json?: true }) =>
      withApp(context, async ({ app }) => {
        const stats = app.library.stats([SHARED_SCOPE]);
        if (json) await printJson(terminal, stats);
        else {
          const { renderStats } = await import('./render-archive.ts');
          await print(terminal.stdout, renderStats(stats, terminal.columns));
        }
      }),
    );
}

function registerReindex(archive: Command, context: CommandContext): void {
  const { terminal } = context;
  archive
    .command('reindex')
    .description('build the search index anew, as a change of EMBEDDING_MODEL needs')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nThe old index stays in use until the new one is complete.')
    .action(({ json }: { readonly json?: true }) =>
      withApp(
        context,
        async ({ app }) => {
          await app.calibrate([SHARED_SCOPE]);
          const { articles, passages } = app.library.stats([SHARED_SCOPE]);
          if (json) await printJson(terminal, { articles, passages });
          else {
            const size = `${formatCount(articles, 'article')}, ${formatCount(passages, 'passage')}`;
            await print(terminal.stdout, `The index is new: ${size}.\n`);
          }
        },
        { rebuildIndex: true },
      ),
    );
}
