import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';

const CHILD = join(import.meta.dirname, 'digest-child.ts');

export interface DigestProcess {
  /** What it has logged of the job, in order. */
  readonly steps: readonly string[];
  /** Resolves when it has logged the step; rejects when it ends before. */
  logged(step: string): Promise<void>;
  /** As by a power cut. */
  kill(): Promise<void>;
  /** In order. @throws when it ends in any other way. */
  stop(): Promise<void>;
  /** Resolves when it has killed itself. @throws when it ends in any other way. */
  killed(): Promise<void>;
}

/** Runs digest-child.ts. @param killAt the step at which it kills itself. */
export function startDigestProcess(
  folder: string,
  { apiUrl, token }: LocalDiscord,
  killAt?: string,
): DigestProcess {
  const words = [folder, apiUrl, token, ...(killAt === undefined ? [] : [killAt])];
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const complaints = text(child.stderr);
  const lines: string[] = [];
  const steps: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => {
    lines.push(line);
    const { step } = JSON.parse(line) as { readonly step?: unknown };
    if (typeof step === 'string') steps.push(step);
  });
  const expectEnd = async (how: string): Promise<void> => {
    const [code, signal] = await closed;
    if (String(signal ?? code) === how) return;
    const said = [...lines, await complaints].join('\n');
    throw new Error(`The bot ended by ${signal ?? String(code)}, not ${how}:\n${said}`);
  };
  return {
    steps,
    logged: async (step) => {
      const ended = closed.then(() => true);
      while (!steps.includes(step)) {
        const isOver = await Promise.race([once(output, 'line').then(() => false), ended]);
        if (isOver && !steps.includes(step)) await expectEnd(`after ${step}`);
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await expectEnd('SIGKILL');
    },
    stop: async () => {
      child.kill('SIGTERM');
      await expectEnd('0');
    },
    killed: () => expectEnd('SIGKILL'),
  };
}
