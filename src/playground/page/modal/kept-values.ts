import type { ModalView } from '../../page-protocol.ts';
import type { FormValues } from './form-values.ts';

/*
 * A modal that is closed with something typed in it asks nothing: what was typed is kept, and stands there again when
 * the very same modal is opened again. A question at each Escape would be in the way of those who mean it.
 */
const kept = new Map<string, FormValues>();

/** The same for every opening of one modal by one person. */
function keyOf(person: string, { data }: ModalView): string {
  return JSON.stringify([person, data]);
}

export function keep(person: string, modal: ModalView, values: FormValues): void {
  kept.set(keyOf(person, modal), values);
}

/** What was typed and not sent; undefined when there is nothing. */
export function keptValues(person: string, modal: ModalView): FormValues | undefined {
  return kept.get(keyOf(person, modal));
}

export function forget(person: string, modal: ModalView): void {
  kept.delete(keyOf(person, modal));
}
