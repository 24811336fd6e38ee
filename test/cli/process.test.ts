import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const ENTRY = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

async function start(...argv: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, ...argv]);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { stdout, stderr, code };
}

describe('the process', () => {
  it('ends with the exit code of the command', async () => {
    const [help, wrong] = await Promise.all([start('ask', '--help'), start('ask', '--frobnicate')]);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: npm run ask -- [options] [question...]');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain("unknown option '--frobnicate'");
  });
});
