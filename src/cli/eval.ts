import type { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { printJson } from './json-output.ts';
import { loadSettings, withProgress } from './open.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
A set is a folder in the layout of BEIR: corpus.jsonl, queries.jsonl, qrels/test.tsv. Where they are there,
queries_absent.jsonl, sentences.jsonl and qrels_sentences.tsv are measured too. The archive itself is not touched.

Examples:
  npm run eval -- sets/my-news
  EMBEDDING_MODEL=bge-small-en-v1.5 npm run eval --silent -- --json sets/*`;

export function registerEval(program: Command, context: CommandContext): void {
  program
    .command('eval')
    .description('Measure how well questions with known answers are answered.')
    .argument('<folders...>', 'labelled sets')
    .option('--json', 'print the measurements as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (folders: readonly string[], { json }: { readonly json?: true }) => {
      const { config, log } = await loadSettings(context);
      const { clock, terminal } = context;
      const report = await withProgress(terminal, (onProgress) =>
        context.evaluate(folders, { config, log, clock, onProgress }),
      );
      if (json) {
        await printJson(terminal, report);
        return;
      }
      const { renderEvaluation } = await import('./render-evaluation.ts');
      await print(terminal.stdout, renderEvaluation(report, terminal.columns));
    });
}
