import type { EvaluationReport, HitRates, SetReport } from '../evaluation/report.ts';
import { formatCount, formatDuration } from './format.ts';
import { renderTable } from './table.ts';

const SYSTEMS = ['dense', 'lexical', 'fused'] as const;

/** The report of `eval` for people: per set the ranking measures of each system, then what is measured beside them. */
export function renderEvaluation({ sets }: EvaluationReport, columns: number): string {
  return sets.map((set) => `${renderSet(set, columns)}\n`).join('\n');
}

function renderSet(set: SetReport, columns: number): string {
  const size = `${formatCount(set.documents, 'document')}, ${formatCount(set.queries, 'question')}`;
  const table = renderTable(
    [
      { title: '' },
      ...['nDCG@10', 'Recall@10', 'MRR@10', 'Hit@1'].map((title) => ({
        title,
        align: 'right' as const,
      })),
    ],
    SYSTEMS.map((name) => {
      const { ndcg10, recall10, mrr10, hit1 } = set.systems[name];
      return [name, ...[ndcg10, recall10, mrr10, hit1].map(decimals)];
    }),
    columns,
  );
  const title = `${set.name}: ${size}, ${formatDuration(set.seconds * 1000)}`;
  return [title, table, ...besides(set)].join('\n');
}

function besides({ sentence, excerpt, absent }: SetReport): string[] {
  const lines = [];
  if (sentence) lines.push(`sentence  ${hits(sentence)}`);
  if (excerpt) lines.push(`excerpt   ${hits(excerpt)}`);
  if (absent) {
    const { n, auroc, falseRefusals, trueRefusals } = absent;
    lines.push(
      `absent    AUROC ${decimals(auroc)}, false refusals ${percent(falseRefusals)}, ` +
        `true refusals ${percent(trueRefusals)} (${n})`,
    );
  }
  return lines;
}

function hits({ n, hit1, hit3 }: HitRates): string {
  return `hit@1 ${decimals(hit1)}, hit@3 ${decimals(hit3)} (${n})`;
}

function decimals(value: number): string {
  return value.toFixed(4);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
