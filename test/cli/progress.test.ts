import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { IngestProgressBar, Progress } from '../../src/cli/progress.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';

describe('progress', () => {
  it('is one line where there is no terminal', () => {
    const terminal = new MemoryTerminal();
    const progress = new Progress(terminal, 'Adding');
    progress.update({ done: 1, total: 2 });
    progress.stop('stopped');
    progress.stop();
    expect(terminal.stderr.text).toBe('Adding … stopped\n');
  });

  it('is a bar with files and passages per second on a terminal, taken away at the end', async () => {
    const clock = new ManualClock();
    // The bar draws only on a stream that says it is a terminal.
    const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    let drawn = '';
    stderr.on('data', (chunk: Buffer) => (drawn += chunk.toString()));
    const terminal = Object.assign(new MemoryTerminal(), { stderr, errorIsTerminal: true });
    const progress = new IngestProgressBar(terminal, clock, 'Adding articles');
    clock.advance(2000);
    progress.show({ done: 3, sources: 12, passages: 240 });
    // The bar begins when its package is there.
    await import('cli-progress');
    progress.stop();
    expect(drawn).toContain('Adding articles');
    expect(drawn).toContain('3/12 files · 120 passages/s · ETA');
    // Erased, and the cursor is back.
    expect(drawn).toContain('\u001b[?25h');
  });
});
