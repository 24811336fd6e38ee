import type { Command } from 'commander';
import { SHARED_SCOPE, type Article } from '../archive/article.ts';
import type { ArticleSummary, Library } from '../archive/library.ts';
import { UserError } from '../errors.ts';
import type { CommandContext } from './context.ts';
import { displayText } from './display-text.ts';
import { printJson } from './json-output.ts';
import { withApp } from './open.ts';
import { addFilterOptions, dayRange, integerOption, type FilterFlags } from './options.ts';
import { print } from './terminal.ts';

const SCOPES = [SHARED_SCOPE];
const PAGE_SIZE = 20;

interface JsonFlag {
  readonly json?: true;
}

/** `list`, `show`, `remove` and `restore`. */
export function registerArticles(archive: Command, context: CommandContext): void {
  registerList(archive, context);
  registerShow(archive, context);
  registerChange(archive, context, {
    name: 'remove',
    description: 'take an article out of the archive; restore brings it back',
    done: 'Removed',
    change: (library, id) => library.remove(id, SHARED_SCOPE, 'terminal'),
  });
  registerChange(archive, context, {
    name: 'restore',
    description: 'bring a removed article back',
    done: 'Restored',
    change: (library, id) => library.restore(id, SHARED_SCOPE, 'terminal'),
  });
}

interface ListFlags extends FilterFlags, JsonFlag {
  readonly limit: number;
  readonly offset: number;
  readonly removed?: true;
}

function registerList(archive: Command, context: CommandContext): void {
  const { terminal, clock } = context;
  const list = archive.command('list').description('articles, newest first');
  addFilterOptions(list)
    .option('--removed', 'those that were removed')
    .option('--limit <n>', 'articles on one page', integerOption(1), PAGE_SIZE)
    .option('--offset <n>', 'articles to skip', integerOption(0), 0)
    .option('--json', 'print one JSON object')
    .action((flags: ListFlags) => {
      const { limit, offset, section, removed, json } = flags;
      const days = dayRange(flags, clock, list);
      return withApp(context, async ({ app }) => {
        const page = app.library.list({
          scopes: SCOPES,
          limit,
          offset,
          ...days,
          ...(section === undefined ? {} : { section }),
          ...(removed ? { state: 'removed' } : {}),
        });
        if (json) await printJson(terminal, { ...page, offset, limit });
        else {
          const { renderList } = await import('./render-archive.ts');
          await print(terminal.stdout, renderList(page, offset, terminal.columns));
        }
      });
    });
}

function registerShow(archive: Command, context: CommandContext): void {
  const { terminal } = context;
  archive
    .command('show')
    .description('print one article')
    .argument('<id>', 'as list shows it')
    .option('--revision <n>', 'an earlier version', integerOption(1))
    .option('--json', 'print one JSON object')
    .action((id: string, { revision, json }: JsonFlag & { readonly revision?: number }) =>
      withApp(context, async ({ app }) => {
        const { article, summary } = findRevision(app.library, id, revision);
        if (json) await printJson(terminal, { ...article, state: summary.state });
        else {
          const { renderArticle } = await import('./render-article.ts');
          await print(terminal.stdout, renderArticle(article, summary, terminal));
        }
      }),
    );
}

/** The revision asked for; without one the current, else the latest. */
function findRevision(
  library: Library,
  id: string,
  revision: number | undefined,
): { readonly article: Article; readonly summary: ArticleSummary } {
  const revisions = library.revisions(id, SCOPES);
  if (revisions.length === 0) {
    throw new UserError(`There is no article "${id}". "npm run archive -- list" shows the ids.`);
  }
  const summary =
    revision === undefined
      ? (revisions.find(({ state }) => state === 'current') ?? revisions[0])
      : revisions.find((one) => one.revision === revision);
  const article = summary && library.getByKey(summary.key);
  if (summary && article) return { article, summary };
  const known = revisions.map((one) => one.revision).join(', ');
  throw new UserError(`The article "${id}" has no revision ${revision ?? ''}; it has ${known}.`);
}

interface Change {
  readonly name: string;
  readonly description: string;
  /** As the report begins. */
  readonly done: string;
  readonly change: (library: Library, id: string) => Promise<ArticleSummary>;
}

function registerChange(
  archive: Command,
  context: CommandContext,
  { name, description, done, change }: Change,
): void {
  const { terminal } = context;
  archive
    .command(name)
    .description(description)
    .argument('<id>', 'as list shows it')
    .option('--json', 'print one JSON object')
    .action((id: string, { json }: JsonFlag) =>
      withApp(context, async ({ app }) => {
        const summary = await change(app.library, id);
        if (json) await printJson(terminal, summary);
        else await print(terminal.stdout, `${done}: ${displayText(summary.headline)}\n`);
      }),
    );
}
