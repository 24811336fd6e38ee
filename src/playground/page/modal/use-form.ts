import { useRef, useState } from 'preact/hooks';
import type { ModalView } from '../../page-protocol.ts';
import { act } from '../actions.ts';
import { modal, personId } from '../store.ts';
import { fieldsOf, inputsOf, type FormField, type InputField } from './form-fields.ts';
import { presetsOf, problemOf, sentForm, type FormValues } from './form-values.ts';
import { forget, keep, keptValues } from './kept-values.ts';

export interface Form {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  /** Was it found as it was left? */
  readonly isRestored: boolean;
  readonly isWaiting: boolean;
  /** Why sending failed; null when it did not. */
  readonly failure: string | null;
  /** Problem of a field, told once sending was tried. */
  readonly problem: (field: InputField) => string | null;
  readonly change: (values: FormValues) => void;
  readonly startOver: () => void;
  /** Sends the form; gives the first field that is in the way. */
  readonly submit: () => InputField | null;
}

/** The state of a modal's form until it is sent. */
export function useForm(view: ModalView): Form {
  const person = personId.value;
  const [fields] = useState(() => fieldsOf(view.data));
  const inputs = inputsOf(fields);
  const [kept] = useState(() => keptValues(person, view));
  const [values, setValues] = useState<FormValues>(kept ?? presetsOf(inputs));
  const [isRestored, setRestored] = useState(kept !== undefined);
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  // Two presses of Enter can come before the page is drawn again.
  const isSending = useRef(false);

  const send = async (): Promise<void> => {
    isSending.current = true;
    setWaiting(true);
    setFailure(null);
    const { values: sent, files } = sentForm(inputs, values);
    const result = await act('submit', { interaction: view.interaction, values: sent }, files);
    isSending.current = false;
    setWaiting(false);
    if (result.outcome === 'failed' || result.outcome === 'refused') {
      setFailure(result.reason);
    } else {
      forget(person, view);
      if (modal.value?.interaction === view.interaction) modal.value = null;
    }
  };

  return {
    fields,
    values,
    isRestored,
    isWaiting,
    failure,
    problem: (field) => (isTried ? problemOf(field, values) : null),
    change: (changed) => {
      setValues(changed);
      keep(person, view, changed);
    },
    startOver: () => {
      setValues(presetsOf(inputs));
      setRestored(false);
      setTried(false);
      forget(person, view);
    },
    submit: () => {
      if (isSending.current) return null;
      setTried(true);
      const wrong = inputs.find((field) => problemOf(field, values) !== null);
      if (wrong === undefined) void send();
      return wrong ?? null;
    },
  };
}
