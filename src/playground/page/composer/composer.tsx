import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { channel } from '../store.ts';
import { CommandBox } from './command-box.tsx';
import { draft, focusWanted } from './drafts.ts';
import { LINE_END } from './draft.ts';
import { useHandedOver } from './handed-over.ts';
import { Refusal } from './refusal.tsx';
import { TextBox } from './text-box.tsx';
import { isForTheBox } from './typing-anywhere.ts';

/** The message box: plain messages, and commands as Discord takes them. */
export function Composer() {
  const root = useRef<HTMLDivElement>(null);
  const shown = draft.value;
  const wanted = focusWanted.value;
  const field = shown.kind === 'text' ? LINE_END : shown.active;
  useHandedOver();
  useLayoutEffect(() => {
    if (wanted !== null && root.current !== null) putCursorInto(root.current, field);
    // A field that becomes active by being focused needs no focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  useEffect(() => {
    const take = (event: KeyboardEvent): void => {
      if (root.current !== null && isForTheBox(event)) putCursorInto(root.current, field);
    };
    document.addEventListener('keydown', take);
    return () => {
      document.removeEventListener('keydown', take);
    };
  }, [field]);
  if (channel.value === null) return null;
  if (!channel.value.writable) return <ClosedBox isForum={channel.value.kind === 'forum'} />;
  return (
    <div class="composer" ref={root}>
      <Refusal />
      {shown.kind === 'text' ? (
        <TextBox draft={shown} channelName={channel.value.name} />
      ) : (
        <CommandBox line={shown} />
      )}
    </div>
  );
}

function ClosedBox({ isForum }: { readonly isForum: boolean }) {
  return (
    <div class="composer">
      <p class="composer-box composer-closed">
        {isForum
          ? 'Open a post of this forum to write in it.'
          : 'You do not have permission to send messages in this channel.'}
      </p>
    </div>
  );
}

/** The cursor goes behind what is there. */
function putCursorInto(root: HTMLElement, name: string): void {
  const fields = [...root.querySelectorAll<HTMLElement>('[data-field]')];
  const field = fields.find(({ dataset }) => dataset['field'] === name);
  if (field === undefined) return;
  field.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(field.value.length, field.value.length);
  }
}
