import type { MessagePort } from 'node:worker_threads';
import type { FromReader, ReadingRequest, ToReader } from './protocol.ts';
import { readInput } from './read-input.ts';

/** Reads what comes over the port; one input at a time, as the other side waits for `done`. */
export function serveReading(port: MessagePort): void {
  let onNext: (() => void) | null = null;
  const say = (message: FromReader): void => {
    port.postMessage(message);
  };
  const read = async (request: ReadingRequest): Promise<void> => {
    const begin = (name: string, at: number): void => {
      say({ kind: 'begun', name, at });
    };
    for await (const part of readInput(request, begin)) {
      const taken = new Promise<void>((resolve) => (onNext = resolve));
      say({ kind: 'part', ...part });
      await taken;
    }
    say({ kind: 'done' });
  };
  // Only ReadingThread sends here.
  port.on('message', (message: ToReader) => {
    if (message.kind === 'next') onNext?.();
    // A failure is a fault of ours: unhandled, it ends the thread, and the other side says so.
    else void read(message);
  });
}
