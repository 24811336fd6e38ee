import { useEffect, useState } from 'preact/hooks';
import { act } from '../actions.ts';
import type { TimeView } from '../../page-protocol.ts';
import { Icon } from '../icons/icon.tsx';
import { announce, guild } from '../store.ts';
import { momentLabel } from './days.ts';

const NONE = 'No digest is scheduled. A moderator schedules one with /digest schedule.';
/** Below this the local Discord's clock counts as the reader's. */
const SAME_MS = 60_000;
const TICK_MS = 1000;

/** Shows the local Discord's time where it differs from the reader's, and lets it go on to the next digest. */
export function TimeControl() {
  const time = guild.value?.time;
  if (time === undefined) return null;
  const { next } = time;
  const label = next === null ? 'Next digest' : `${next.label}: ${momentLabel(next.at)}`;
  return (
    <>
      {time.aheadMs >= SAME_MS && <AheadClock time={time} />}
      <button
        type="button"
        class="time-next"
        aria-disabled={next === null}
        data-tooltip={next === null ? NONE : 'Let time pass until then'}
        onClick={() => {
          if (next === null) announce(NONE);
          else void advance(momentLabel(next.at));
        }}
      >
        <Icon name="skip" size={16} />
        <span class="time-next-label">{label}</span>
        {next === null && <span class="visually-hidden">. {NONE}</span>}
      </button>
    </>
  );
}

/** Runs on from the time that the server has told. */
function AheadClock({ time: { now } }: { readonly time: TimeView }) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const told = performance.now();
    const show = (): void => {
      setAt(new Date(Date.parse(now) + performance.now() - told).toISOString());
    };
    show();
    const timer = setInterval(show, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [now]);
  return (
    <span class="time-ahead" data-tooltip="The time in this playground">
      <Icon name="clock" size={16} />
      <span class="visually-hidden">Time in this playground: </span>
      <time dateTime={at}>{momentLabel(at)}</time>
    </span>
  );
}

async function advance(to: string): Promise<void> {
  const result = await act('advance', {});
  announce('reason' in result ? result.reason : `It is ${to} now.`);
}
