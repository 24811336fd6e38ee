import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');

export interface ProcessEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BotProcess {
  readonly child: ChildProcess;
  /** Resolves when standard output has a line that matches. */
  printed(pattern: RegExp): Promise<string>;
  readonly ended: Promise<ProcessEnd>;
}

/** `npm start`: `src/main.ts` in a process of its own, with no settings but those given. */
export function startBotProcess(
  settings: Readonly<Record<string, string>>,
  argv: readonly string[] = [],
): BotProcess {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...argv], {
    cwd: PROJECT,
    env: { PATH, HOME, TMPDIR, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [stdout, stderr, exit] = [text(child.stdout), text(child.stderr), once(child, 'close')];
  return {
    child,
    printed: async (pattern) => {
      for (;;) {
        const line = output.split('\n').find((each) => pattern.test(each));
        if (line !== undefined) return line;
        if (child.exitCode !== null) throw new Error(`The bot ended: ${await stderr}`);
        await Promise.race([once(child.stdout, 'data'), exit]);
      }
    },
    ended: Promise.all([stdout, stderr, exit]).then(([out, err]) => ({
      code: child.exitCode,
      stdout: out,
      stderr: err,
    })),
  };
}
