import { cp } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Random } from '../bench/random.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { runChild, type KillMoment } from './child-process.ts';
import { expectWholeArchive } from './expectations.ts';
import { WRITING_THREADS, type KillPoint } from './kill-points.ts';

/** `CRASH_KILLS=200` kills so often at random, and at every step of writing instead of at some. */
const ASKED_FOR = Number(process.env['CRASH_KILLS'] ?? 0);
const RANDOM_KILLS = ASKED_FOR || 12;
const STEPS_APART = ASKED_FOR > 0 ? 1 : 8;
const TIMEOUT_MS = 120_000 + ASKED_FOR * 20_000;

const BATCH = 3;
/** Lines of the child's output, of which two come before the first batch. */
const MAX_LINES = 20;
/** Some batches long. */
const MAX_DELAY_MS = 60;
/** About what opening takes. */
const OPENING_MS = 250;
/** Articles of earlier rounds that are searched again after each. */
const SEARCHED_AGAIN = 10;

function drawMoment(random: Random): KillMoment {
  // Every fourth time before it has opened, which is when it repairs what the time before has left.
  if (random.below(4) === 0) return { lines: 1, thenMs: random.below(OPENING_MS) };
  return { lines: 2 + random.below(MAX_LINES), thenMs: random.below(MAX_DELAY_MS) };
}

/** @returns the ids of what was added. */
async function fill(folder: string, articles: number): Promise<Map<number, string>> {
  if (articles === 0) return new Map();
  const { added } = await runChild({ folder, first: 0, end: articles, batch: articles });
  return new Map(added);
}

describe('an ingest that is killed', () => {
  it(
    `at ${RANDOM_KILLS} random moments, one after the other, loses and doubles nothing`,
    async () => {
      const folder = await temporaryFolder();
      const random = new Random(20_240_210);
      const acknowledged = new Map<number, string>();
      for (let round = 0; round < RANDOM_KILLS; round++) {
        // As somebody would who starts the same command again.
        const first = acknowledged.size;
        const task = { folder, first, end: Infinity, batch: BATCH };
        const { added, killed } = await runChild(task, drawMoment(random));
        expect(killed).toBe(true);
        const again = Array.from({ length: SEARCHED_AGAIN }, () => random.below(first + 1));
        for (const [number, id] of added) acknowledged.set(number, id);
        await expectWholeArchive(folder, acknowledged, [...added.keys(), ...again]);
      }
      expect(acknowledged.size).toBeGreaterThan(RANDOM_KILLS);
      await expectWholeArchive(folder, acknowledged, acknowledged.keys());
    },
    TIMEOUT_MS,
  );

  it.each([
    { name: 'an empty archive', filled: 0 },
    // Adds one article, moves one to another month, and makes a partition empty.
    { name: 'an archive of three articles', filled: 3 },
  ])(
    'at any step of its writing loses and doubles nothing, in $name',
    async ({ filled }) => {
      const start = await temporaryFolder();
      const acknowledged = await fill(start, filled);
      const run = async (kill: KillPoint | null) => {
        const folder = await temporaryFolder();
        await cp(start, folder, { recursive: true });
        const task = { folder, first: filled, end: filled + BATCH, batch: BATCH };
        return { folder, ...(await runChild(task, kill)) };
      };
      const { steps } = await run(null);
      const points = WRITING_THREADS.flatMap((thread) =>
        Array.from({ length: steps?.[thread] ?? 0 }, (_, at) => ({ thread, step: at + 1 })),
      );
      // Each of three partitions is written to a temporary file, synced and renamed, by either thread.
      expect(points.length).toBeGreaterThan(3 * 4 * 2);
      const numbers = Array.from({ length: filled + BATCH }, (_, at) => at);
      for (const point of points.filter((_, at) => at % STEPS_APART === 0)) {
        const { folder, killed, added } = await run(point);
        expect(killed).toBe(true);
        expect(added.size).toBe(0);
        await expectWholeArchive(folder, acknowledged, numbers);
      }
    },
    TIMEOUT_MS,
  );
});
