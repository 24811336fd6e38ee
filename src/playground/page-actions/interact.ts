import type { OptionValue, PendingInteraction } from '../person/person.ts';
import type { ActionResult, PageFormValue, PageOption } from '../page-protocol.ts';
import { prefilledValues, type FormValue } from '../person/modal-form.ts';
import { RefusedError } from '../person/refused-error.ts';
import { action, type ActionContext } from './action.ts';
import { BODIES } from './bodies.ts';
import { fileAt } from './files.ts';

export const slash = action(BODIES.slash, async ({ person, uploads }, { command, options }) => {
  const values: Record<string, OptionValue> = mapValues(options, (value: PageOption) =>
    typeof value === 'object' ? { file: fileAt(uploads, value.file) } : value,
  );
  return await outcomeOf(person.slash(command, values));
});

export const complete = action(
  BODIES.complete,
  async ({ person }, { command, options, focused }) => {
    return { outcome: 'choices', choices: await person.complete(command, options, focused) };
  },
  'Loading options failed',
);

export const useOnMessage = action(BODIES['use-on-message'], ({ person }, { command, message }) =>
  outcomeOf(person.useOnMessage(command, message)),
);

const COMPONENT_FAILED = 'This interaction failed';

export const click = action(
  BODIES.click,
  ({ person }, { message, customId }) => outcomeOf(person.clickById(message, customId)),
  COMPONENT_FAILED,
);

export const select = action(
  BODIES.select,
  ({ person }, { message, customId, values }) =>
    outcomeOf(person.select({ id: message }, customId, values)),
  COMPONENT_FAILED,
);

export const submit = action(
  BODIES.submit,
  async ({ parts, person, uploads }, { interaction, values }) => {
    const data = parts.interactions.get(interaction)?.response?.modal;
    if (!data) throw new RefusedError('This form is not open any more.');
    const modal = { interactionId: interaction, data, values: prefilledValues(data) };
    const filled = mapValues(values, (value: PageFormValue) => formValue(value, uploads));
    return await outcomeOf(person.submit(modal, filled));
  },
  'Something went wrong. Try again.',
);

async function outcomeOf(sent: Promise<PendingInteraction>): Promise<ActionResult> {
  const pending = await sent;
  const { kind } = await pending.acknowledged();
  if (kind !== 'modal') return { outcome: 'acknowledged' };
  const { interactionId, data } = await pending.modal();
  return { outcome: 'modal', modal: { interaction: interactionId, data } };
}

function formValue(value: PageFormValue, uploads: ActionContext['uploads']): FormValue {
  if (typeof value === 'object' && 'files' in value) {
    return value.files.map((file) => fileAt(uploads, file));
  }
  return value;
}

function mapValues<From, To>(
  values: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
