import { join } from 'node:path';
import type { Command } from 'commander';
import type { AskOptions } from '../app.ts';
import { SHARED_SCOPE } from '../archive/article.ts';
import type { CommandContext } from './context.ts';
import { withApp } from './open.ts';
import { addFilterOptions, dayRange, integerOption, type FilterFlags } from './options.ts';

/** Excerpts `App.ask` gives at most. */
const MAX_EXCERPTS = 10;

const EXAMPLES = `
Examples:
  npm run ask -- "what did NATO urge Europe to do"
  npm run ask -- --after 2024-01-01 --section world "who visited Washington"
  npm run ask                                   ask one question after another
  npm run ask --silent -- --json "who won"      one JSON object
  npm run ask --silent -- --json < questions    one JSON object per line`;

interface Flags extends FilterFlags {
  readonly limit?: number;
  readonly json?: true;
}

export function registerAsk(program: Command, context: CommandContext): void {
  const ask = program
    .command('ask')
    .description(
      'Answer a question with excerpts of the archive, word for word, and their sources.',
    )
    .argument('[question...]', 'the question; without one, questions are read line by line');
  addFilterOptions(ask)
    .option('--limit <n>', 'excerpts at most, 1 to 10 (default: 3)', integerOption(1, MAX_EXCERPTS))
    .option('--json', 'print one JSON object per question and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], flags: Flags) => {
      const options = askOptions(flags, context, ask);
      const { addSeedsIfNew } = await import('./first-use.ts');
      const { answerAll } = await import('./questions.ts');
      await withApp(context, async ({ app, config }) => {
        await addSeedsIfNew(context, app, config);
        const historyFile = join(config.DATA_DIR, 'history');
        await answerAll(words, { context, app, json: flags.json ?? false, options, historyFile });
      });
    });
}

function askOptions(flags: Flags, { clock }: CommandContext, ask: Command): AskOptions {
  const { section, limit } = flags;
  return {
    scopes: [SHARED_SCOPE],
    ...dayRange(flags, clock, ask),
    ...(section === undefined ? {} : { section }),
    ...(limit === undefined ? {} : { limit }),
  };
}
