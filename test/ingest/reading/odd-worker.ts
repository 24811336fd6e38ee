/** A worker that speaks the protocol of reading, and does what the names of the inputs say. */
import { parentPort } from 'node:worker_threads';
import type { FromReader, ToReader } from '../../../src/ingest/reading/protocol.ts';

const say = (message: FromReader): void => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToReader) => {
  if (message.kind === 'next') return;
  const { input, skip } = message;
  say({ kind: 'begun', name: `${input.name}/${skip}`, at: skip });
  if (input.name.startsWith('crash') && skip === 0) process.exit(1);
  if (input.name.startsWith('throw')) throw new Error('a fault');
  if (input.name.startsWith('hang') && skip === 0) return;
  say({
    kind: 'part',
    drafts: [],
    failures: [{ input: `${input.name}/${skip}`, line: null, reason: 'read' }],
  });
  say({ kind: 'done' });
});
