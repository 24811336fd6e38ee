import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { archiveFolder } from './archives.ts';
import { formatCount, type Bench } from './bench.ts';
import { median } from './measure.ts';
import { row } from './report.ts';
import { DIMENSIONS } from './synthetic-vectors.ts';
import { SyntheticArchive } from './synthetic-archive.ts';

const TSX = createRequire(import.meta.url).resolve('tsx/cli');
const ENTRY = join(import.meta.dirname, 'measured-cli.ts');
const MEGABYTE = 1_000_000;

interface Start {
  /** From the start of the process to the end of the answer. */
  readonly seconds: number;
  /** MB, of all threads. */
  readonly memory: number;
}

/** `npm run ask -- --json "…"` without npm: a new process each time, on files the system may have in memory. */
export const measureColdStart: Bench = async (context) => {
  const { passages, quick } = context;
  const folder = await archiveFolder(passages, context);
  const starts: Start[] = [];
  const questions = new SyntheticArchive(passages).questions(quick ? 3 : 6);
  for (const question of questions) starts.push(await startAndAsk(folder, question));
  // The first one warms the system's file cache.
  const counted = starts.slice(1);
  const vectors = (passages * DIMENSIONS * Float32Array.BYTES_PER_ELEMENT) / MEGABYTE;
  const at = `at ${formatCount(passages)} passages`;
  return [
    row({
      name: `cold start to the first answer ${at}`,
      value: median(counted.map(({ seconds }) => seconds)),
      unit: 's',
      target: { of: 'value', bound: '≤', limit: 4 },
    }),
    row({
      name: `peak memory of that process`,
      value: median(counted.map(({ memory }) => memory)),
      unit: 'MB',
      target: { of: 'value', bound: '≤', limit: Math.round(3 * vectors + 300) },
    }),
  ];
};

async function startAndAsk(folder: string, question: string): Promise<Start> {
  const started = performance.now();
  // tsx starts Node once more, so the figure is that of the command line's own process, whatever this one has taken.
  const child = spawn(process.execPath, [TSX, ENTRY, 'ask', '--json', question], {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let seconds = NaN;
  const answer = text(child.stdout).then((output) => {
    JSON.parse(output);
  });
  child.stdout.on('data', () => {
    seconds = (performance.now() - started) / 1000;
  });
  const [told] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) {
    throw new Error(`ask ended with exit code ${String(child.exitCode)}:\n${told}`);
  }
  await answer;
  const peak = /peak memory (?<kilobytes>\d+)/.exec(told)?.groups?.['kilobytes'];
  return { seconds, memory: (Number(peak) * 1024) / MEGABYTE };
}
