import { describe, expect, it } from 'vitest';
import type { EvaluationReport } from '../../src/evaluation/report.ts';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';
import { commandLine } from './command-line.ts';

const system = (ndcg10: number) => ({ ndcg10, recall10: 0.95, mrr10: 0.8, hit1: 0.7 });

const REPORT: EvaluationReport = {
  sets: [
    {
      name: 'news',
      documents: 1200,
      queries: 1,
      systems: { dense: system(0.72), lexical: system(0.7), fused: system(0.80004) },
      sentence: { n: 80, hit1: 0.8, hit3: 0.95 },
      excerpt: null,
      absent: { n: 40, auroc: 0.98, falseRefusals: 0.05, trueRefusals: 0.625 },
      seconds: 75,
    },
  ],
};

describe('eval', () => {
  it('prints a table per set and what is measured besides', async () => {
    const folders: string[] = [];
    const { run, terminal } = await commandLine(new MemoryTerminal(), {
      evaluate: (given) => {
        folders.push(...given);
        return Promise.resolve(REPORT);
      },
    });
    expect(await run('eval', 'a', 'b')).toBe(0);
    expect(folders).toEqual(['a', 'b']);
    expect(terminal.stdout.text).toBe(`news: 1,200 documents, 1 question, 1 min 15 s
         nDCG@10  Recall@10  MRR@10   Hit@1
dense     0.7200     0.9500  0.8000  0.7000
lexical   0.7000     0.9500  0.8000  0.7000
fused     0.8000     0.9500  0.8000  0.7000
sentence  hit@1 0.8000, hit@3 0.9500 (80)
absent    AUROC 0.9800, false refusals 5.0%, true refusals 62.5% (40)
`);
  });

  it('prints the report as it is with --json', async () => {
    const { run, terminal } = await commandLine(new MemoryTerminal(), {
      evaluate: () => Promise.resolve(REPORT),
    });
    expect(await run('eval', '--json', 'a')).toBe(0);
    expect(JSON.parse(terminal.stdout.text)).toEqual(REPORT);
  });
});
