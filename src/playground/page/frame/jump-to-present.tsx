import type { RefObject } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { channelId } from '../store.ts';
import { isAtEnd, unread } from './reading.ts';
import { isFarUp, scrollToEnd } from './scrolling.ts';

/** Leads back to the end of the messages, and says how many have come there. */
export function JumpToPresent({ list }: { readonly list: RefObject<HTMLElement | null> }) {
  const count = unread.value.get(channelId.value)?.count ?? 0;
  if (isAtEnd.value || (count === 0 && !isFarUp.value)) return null;
  return (
    <button
      type="button"
      class="jump"
      onClick={() => {
        scrollToEnd(list.current);
        list.current?.focus();
      }}
    >
      {count > 0 && <span>{count === 1 ? '1 new message' : `${count} new messages`}</span>}
      Jump to present
      <Icon name="down" size={16} />
    </button>
  );
}
