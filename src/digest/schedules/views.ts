import type { ArchiveDatabase } from '../../archive/database/database.ts';
import type { EndedRun } from '../../archive/database/digest-run-store.ts';
import type { Clock } from '../../clock.ts';
import type { DigestRunView, DigestView } from '../digests.ts';
import { planDigest } from '../calendar/plan.ts';
import type { Posting } from '../posting/posting.ts';
import { troubleOf, type RunBook } from '../posting/run-book.ts';
import type { DigestSchedule } from '../schedule.ts';

export interface ViewPorts {
  readonly database: ArchiveDatabase;
  readonly clock: Clock;
  readonly runs: RunBook;
  readonly posting: Pick<Posting, 'troubleOf'>;
}

export function viewOf(schedule: DigestSchedule, ports: ViewPorts): DigestView {
  const last = ports.database.digestRuns.last(schedule.id);
  const isActive = schedule.pause === null;
  return {
    schedule,
    nextAt: isActive ? new Date(nextTime(schedule, ports)) : null,
    last: last === null ? null : runView(last),
    trouble: isActive ? trouble(schedule, ports) : null,
  };
}

/** In milliseconds since 1970; of what is due and not posted yet, when it fell due. */
function nextTime(schedule: DigestSchedule, { clock, runs }: ViewPorts): number {
  const now = clock.now().getTime();
  const handled = runs.handled(schedule);
  const plan = planDigest(schedule, handled, now);
  if (plan.kind === 'wait') return plan.at;
  if (plan.kind === 'due') return plan.dueAt;
  const after = planDigest(schedule, { ...handled, last: plan.date }, now);
  return after.kind === 'wait' ? after.at : after.dueAt;
}

function trouble({ id }: DigestSchedule, { runs, posting }: ViewPorts): DigestView['trouble'] {
  for (const run of runs.openOf({ id })) {
    const known = troubleOf(run);
    if (known !== null && run.nextTryAt !== null) {
      return { problem: known.problem, nextTryAt: new Date(run.nextTryAt) };
    }
  }
  const known = posting.troubleOf(id);
  return known && { problem: known.problem, nextTryAt: new Date(known.nextTryAt) };
}

function runView({ date, state, message }: EndedRun): DigestRunView {
  if (state === 'open') throw new Error('Expected a digest run that has ended.');
  return { date, outcome: state, message };
}
