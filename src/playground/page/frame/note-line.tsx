import { useEffect, useState } from 'preact/hooks';
import { dismissNote } from '../actions.ts';
import { Icon } from '../icons/icon.tsx';
import type { SentNote } from '../store.ts';
import { PrivateLine } from './private-line.tsx';

/** An answer that comes sooner makes no note flash up before it. */
const QUICK_MS = 300;

/** What was sent and is not answered, or why it failed. */
export function NoteLine({ note: { id, title, problem } }: { readonly note: SentNote }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, QUICK_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (problem === null) {
    return isSlow ? <li class="note note-sending">Sending {title}…</li> : null;
  }
  return (
    <li class="note">
      <p class="note-problem">
        <Icon name="warning" size={16} />
        <strong>{title}</strong> {problem}
      </p>
      <PrivateLine
        onDismiss={() => {
          dismissNote(id);
        }}
      />
    </li>
  );
}
