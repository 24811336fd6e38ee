import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { ModalView } from '../../page-protocol.ts';
import { Avatar } from '../icons/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import { guild, modal } from '../store.ts';
import { ModalForm } from './modal-form.tsx';

/** The modal that the bot has opened. */
export function ModalDialog() {
  const view = modal.value;
  return view === null ? null : <OpenModal view={view} />;
}

function close(): void {
  modal.value = null;
}

const FIRST_INPUT = '.modal-field :is(input, textarea, button)';

/** Stays when the answer to a modal is a modal again. */
function OpenModal({ view }: { readonly view: ModalView }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>(FIRST_INPUT)?.focus();
  }, [view.interaction]);
  const isPressed = useRef(false);
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // A browser may close a dialog without asking.
      onClose={close}
      onMouseDown={({ target, currentTarget }) => {
        isPressed.current = target === currentTarget;
      }}
      onClick={({ target, currentTarget }) => {
        // Selecting text may end outside.
        if (isPressed.current && target === currentTarget) close();
      }}
    >
      <div class="modal-card">
        <header class="modal-header">
          <Avatar id={guild.value?.bot.id ?? ''} name={guild.value?.bot.name ?? ''} size={24} />
          <h2 id="modal-title">{view.data.title}</h2>
          <button type="button" class="modal-close" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <ModalForm key={view.interaction} view={view} onCancel={close} />
      </div>
    </dialog>
  );
}

/** Opens the dialog over the page, and gives the focus back to where it was, or else to the message box. */
function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    return () => {
      element.close();
      const { activeElement: before, body } = document;
      const back = before === body ? document.querySelector('main textarea') : before;
      if (!(back instanceof HTMLElement)) return;
      // Chromium brings the focus back to a text box without the cursor, so that nothing could be typed.
      back.blur();
      back.focus();
    };
  }, [dialog]);
}
