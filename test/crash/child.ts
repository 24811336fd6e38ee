/**
 * The process that is killed: adds made-up articles batch after batch, and says of each one as soon as it counts as added.
 *
 *   child.ts <data folder> <first article> <end> <batch size> [<thread> <step>]
 *
 * With thread and step it kills itself there. Prints `opening`, `opened`, `added <number> <id>`, and at the end, if it is
 * reached, `steps <in the main thread> <in the worker>`.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { openArchive } from '../../src/open-archive.ts';
import { madeUpArticles } from '../app/made-up-articles.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { installKillPoints, WRITING_THREADS } from './kill-points.ts';

const [folder = '', first, end, batch, thread, step] = process.argv.slice(2);
const killThread = WRITING_THREADS.find((name) => name === thread);
const countSteps = installKillPoints(
  killThread === undefined ? null : { thread: killThread, step: Number(step) },
);
// Unlike a stream, this has been written when it returns.
const say = (line: string): number => writeSync(1, `${line}\n`);

say('opening');
const archive = await openArchive({
  config: readConfig({ DATA_DIR: folder }),
  log: silentLog,
  clock: systemClock,
  embedder: new HashEmbedder({ dimensions: 64 }),
});
say('opened');
for (let at = Number(first); at < Number(end); at += Number(batch)) {
  const drafts = madeUpArticles(at, Math.min(Number(batch), Number(end) - at));
  const outcomes = await archive.library.add(drafts, { scope: 'shared', by: 'test' });
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status !== 'failed') say(`added ${at + index} ${outcome.id}`);
  }
}
const steps = countSteps();
await archive.close();
say(`steps ${steps.main} ${steps.worker}`);
