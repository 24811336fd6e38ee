import fs from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import workerThreads, { type WorkerOptions } from 'node:worker_threads';

/** Threads that write: the lexical index and SQLite are in the main one, the vector index is in a worker. */
export const WRITING_THREADS = ['main', 'worker'] as const;
export type WritingThread = (typeof WRITING_THREADS)[number];

/** A step of writing, counted per thread from 1. */
export interface KillPoint {
  readonly thread: WritingThread;
  readonly step: number;
}

interface Shared {
  /** `Int32Array[2]`: steps so far, by thread. */
  readonly counts: Int32Array;
  readonly killAt: KillPoint | null;
}

const SHARED = 'kill points';

/**
 * Makes the process end by SIGKILL at one step of its writing. Steps are: before a file is opened for writing, half way
 * through its content, before it is synced, before and after it is renamed, before anything is deleted, and before and
 * after each commit of SQLite. To be called before anything is opened.
 * @returns how many steps each thread has done.
 */
export function installKillPoints(killAt: KillPoint | null): () => Record<WritingThread, number> {
  const counts = new Int32Array(new SharedArrayBuffer(WRITING_THREADS.length * 4));
  workerThreads.setEnvironmentData(SHARED, { counts, killAt } satisfies Shared);
  install('main', { counts, killAt });
  installCommitSteps(stepper('main', { counts, killAt }));
  installInWorkers();
  return () => ({ main: counts[0] ?? 0, worker: counts[1] ?? 0 });
}

/** What runs in a worker before its own file. */
export function installInThisWorker(): void {
  install('worker', workerThreads.getEnvironmentData(SHARED) as Shared);
}

type Step = () => void;

function stepper(thread: WritingThread, { counts, killAt }: Shared): Step {
  const at = WRITING_THREADS.indexOf(thread);
  return () => {
    const step = Atomics.add(counts, at, 1) + 1;
    if (killAt?.thread === thread && killAt.step === step) process.kill(process.pid, 'SIGKILL');
  };
}

/** Named imports of node:fs/promises see what is changed here, in modules that were loaded before as well. */
function install(thread: WritingThread, shared: Shared): void {
  const step = stepper(thread, shared);
  const { open, rename, rm, rmdir } = fs;
  fs.open = async (path, flags, mode) => {
    if (flags !== 'w') return open(path, flags, mode);
    step();
    const file = await open(path, flags, mode);
    const sync = file.sync.bind(file);
    file.writeFile = async (content) => {
      const bytes = Buffer.from(content as Uint8Array);
      await file.write(bytes, 0, bytes.length >> 1, 0);
      step();
      await file.write(bytes, bytes.length >> 1, null, bytes.length >> 1);
    };
    file.sync = () => {
      step();
      return sync();
    };
    return file;
  };
  fs.rename = async (from, to) => {
    step();
    await rename(from, to);
    step();
  };
  fs.rm = (path, options) => {
    step();
    return rm(path, options);
  };
  fs.rmdir = (path, options) => {
    step();
    return rmdir(path, options);
  };
  syncBuiltinESMExports();
}

function installCommitSteps(step: Step): void {
  const { prototype } = require('libsql') as { prototype: Executing };
  const execute = Object.getOwnPropertyDescriptor(prototype, 'exec')?.value as Executing['exec'];
  prototype.exec = function (this: unknown, sql) {
    if (sql !== 'COMMIT') return execute.call(this, sql);
    step();
    const result = execute.call(this, sql);
    step();
    return result;
  };
}

interface Executing {
  exec: (this: unknown, sql: string) => unknown;
}

/** The workers of this program begin with a script that loads their TypeScript; ours comes before it. */
function installInWorkers(): void {
  const { Worker } = workerThreads;
  const loader = JSON.stringify(require.resolve('tsx/cjs/api'));
  const file = JSON.stringify(fileURLToPath(import.meta.url));
  const prelude = `require(${loader}).require(${file}, ${file}).installInThisWorker();`;
  workerThreads.Worker = class extends Worker {
    constructor(source: string | URL, options?: WorkerOptions) {
      super(options?.eval === true ? `${prelude}\n${String(source)}` : source, options);
    }
  };
  syncBuiltinESMExports();
}

const require = createRequire(import.meta.url);
