import { modal } from '../store.ts';

/** The modal that the bot has opened. */
export function ModalDialog() {
  return modal.value === null ? null : <dialog open>{modal.value.data.title}</dialog>;
}
