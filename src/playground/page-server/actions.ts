import {
  InteractionFailedError,
  type OptionValue,
  type PendingInteraction,
  type Person,
  type UploadedFile,
} from '../local-discord.ts';
import type { Upload } from '../messages/uploads.ts';
import type { PageOptions } from '../page-options.ts';
import type {
  ActionPlace,
  ActionResult,
  PageActions,
  PageFormValue,
  PageOption,
} from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { LocalPerson } from '../person/local-person.ts';
import { prefilledValues, type FormValue } from '../person/modal-form.ts';
import { show } from '../shown-message.ts';
import type { Body } from '../rest/body.ts';
import { nearestLocale } from '../world/locale.ts';

/** Carries out what a page asks for. Never rejects for what a person may do wrong. */
export async function act(
  parts: Parts,
  options: PageOptions,
  name: string,
  { json, uploads }: Body,
): Promise<ActionResult> {
  const place = json as ActionPlace;
  try {
    const person = new LocalPerson(parts, place.person, place.channel);
    person.locale = nearestLocale(place.locale);
    return await (ACTIONS as unknown as Record<string, Action>)[name]!(
      { parts, options, person, uploads },
      json,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: error instanceof InteractionFailedError ? 'failed' : 'refused', reason };
  }
}

interface Context {
  readonly parts: Parts;
  readonly options: PageOptions;
  readonly person: Person;
  readonly uploads: readonly Upload[];
}

type Action = (context: Context, body: unknown) => Promise<ActionResult>;

const ACTIONS: {
  readonly [Name in keyof PageActions]: (
    context: Context,
    body: PageActions[Name],
  ) => Promise<ActionResult>;
} = {
  slash: async ({ person, uploads }, { command, options }) => {
    return await outcomeOf(
      await person.slash(
        command,
        Object.fromEntries(
          Object.entries(options).map(([key, value]) => [key, optionValue(value, uploads)]),
        ),
      ),
    );
  },
  complete: async ({ person }, { command, options, focused }) => {
    return { outcome: 'choices', choices: await person.complete(command, options, focused) };
  },
  click: async ({ person, parts }, { message, customId }) =>
    outcomeOf(await person.click(shown(parts, message), customId)),
  select: async ({ person, parts }, { message, customId, values }) =>
    outcomeOf(await person.select(shown(parts, message), customId, values)),
  'use-on-message': async ({ person }, { command, message }) =>
    outcomeOf(await person.useOnMessage(command, message)),
  submit: async ({ person, parts, uploads }, { interaction, values }) => {
    const data = parts.interactions.get(interaction)?.response?.modal;
    if (!data) throw new Error('This form is not open any more.');
    const filled = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, formValue(value, uploads)]),
    );
    return outcomeOf(
      await person.submit(
        { interactionId: interaction, data, values: prefilledValues(data) },
        filled,
      ),
    );
  },
  post: async ({ person, uploads }, { content, files }) => {
    await person.post(
      content,
      files.map((file) => fileAt(uploads, file)),
    );
    return { outcome: 'done' };
  },
  dismiss: ({ parts, person }, { message }) => {
    const stored = parts.messages.get(message);
    if (stored?.ephemeralFor === person.userId) parts.messages.delete(stored);
    return Promise.resolve({ outcome: 'done' });
  },
  advance: ({ options, parts }) => {
    const next = options.time.next();
    if (next === null)
      return Promise.resolve({ outcome: 'refused', reason: 'There is nothing to wait for.' });
    options.time.advanceTo(next.at);
    parts.watch.changed();
    return Promise.resolve({ outcome: 'done' });
  },
};

async function outcomeOf(pending: PendingInteraction): Promise<ActionResult> {
  const { kind } = await pending.acknowledged();
  if (kind !== 'modal') return { outcome: 'acknowledged' };
  const { interactionId, data } = await pending.modal();
  return { outcome: 'modal', modal: { interaction: interactionId, data } };
}

function shown(parts: Parts, id: string) {
  const stored = parts.messages.get(id);
  if (stored === undefined) throw new Error('This message is not there any more.');
  return show(stored);
}

function optionValue(value: PageOption, uploads: readonly Upload[]): OptionValue {
  return typeof value === 'object' ? { file: fileAt(uploads, value.file) } : value;
}

function formValue(value: PageFormValue, uploads: readonly Upload[]): FormValue {
  if (typeof value === 'object' && 'files' in value)
    return value.files.map((file) => fileAt(uploads, file));
  return value;
}

function fileAt(uploads: readonly Upload[], index: number): UploadedFile {
  const upload = uploads.find((candidate) => candidate.index === index);
  if (upload === undefined) throw new Error('The file is missing.');
  return upload;
}
