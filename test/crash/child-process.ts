import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { systemClock } from '../../src/clock.ts';
import type { KillPoint, WritingThread } from './kill-points.ts';

const CHILD = join(import.meta.dirname, 'child.ts');

export interface ChildTask {
  readonly folder: string;
  /** Number of the first article to add, and the first one not to. */
  readonly first: number;
  readonly end: number;
  readonly batch: number;
}

/** From outside, at a moment that has nothing to do with what the child is doing. */
export interface KillMoment {
  /** After so many lines of the child's output. */
  readonly lines: number;
  readonly thenMs: number;
}

export interface ChildRun {
  /** Articles it said it had added: id by number. */
  readonly added: ReadonlyMap<number, string>;
  readonly killed: boolean;
  /** Null unless it came to its end. */
  readonly steps: Readonly<Record<WritingThread, number>> | null;
}

/** Runs child.ts to its end or its death. @throws when it ended in any other way. */
export async function runChild(
  { folder, first, end, batch }: ChildTask,
  kill: KillPoint | KillMoment | null = null,
): Promise<ChildRun> {
  const point = kill !== null && 'step' in kill ? [kill.thread, kill.step] : [];
  const moment = kill !== null && 'lines' in kill ? kill : null;
  const words = [folder, first, end, batch, ...point].map(String);
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const complaints = text(child.stderr);
  let lines = 0;
  let killing = Promise.resolve();
  const said = await readOutput(child.stdout, () => {
    if (++lines !== moment?.lines) return;
    killing = systemClock.sleep(moment.thenMs).then(() => void child.kill('SIGKILL'));
  });
  const [code, signal] = await closed;
  await killing;
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The child failed: ${await complaints}`);
  return { ...said, killed: signal === 'SIGKILL' };
}

async function readOutput(
  stdout: Readable,
  onLine: () => void,
): Promise<Pick<ChildRun, 'added' | 'steps'>> {
  const added = new Map<number, string>();
  let steps: ChildRun['steps'] = null;
  for await (const line of createInterface({ input: stdout })) {
    const [word, number = '', value = ''] = line.split(' ');
    if (word === 'added') added.set(Number(number), value);
    if (word === 'steps') steps = { main: Number(number), worker: Number(value) };
    onLine();
  }
  return { added, steps };
}
