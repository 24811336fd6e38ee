import { act } from '../actions.ts';
import { Icon } from '../icons/icon.tsx';
import { announcement, guild } from '../store.ts';
import { momentLabel } from './days.ts';

const NONE = 'No digest is scheduled. A moderator schedules one with /digest schedule.';

/** Shows the local Discord's time where it differs from the reader's, and lets it go on to the next digest. */
export function TimeControl() {
  const time = guild.value?.time;
  if (time === undefined) return null;
  const { next } = time;
  return (
    <button
      type="button"
      class="time-next"
      aria-disabled={next === null}
      data-tooltip={next === null ? NONE : 'Let time pass until then'}
      onClick={() => {
        if (next === null) announcement.value = NONE;
        else void advance();
      }}
    >
      <Icon name="skip" size={16} />
      <span>{next === null ? 'Next digest' : `${next.label}: ${momentLabel(next.at)}`}</span>
    </button>
  );
}

async function advance(): Promise<void> {
  const result = await act('advance', {});
  announcement.value =
    result.outcome === 'done' ? 'Time has passed.' : 'reason' in result ? result.reason : '';
}
