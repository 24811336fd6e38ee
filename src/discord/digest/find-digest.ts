import type { ChatInputCommandInteraction } from 'discord.js';
import type { DigestView } from '../../digest/digests.ts';
import type { Caller } from '../command.ts';
import { digestTexts } from '../texts/digest/index.ts';
import { WordedError } from '../worded-error.ts';
import { digestChoices } from './choices.ts';

/**
 * The digest that the option names, by its id or its whole line; without the option, the guild's only one.
 * @throws {UserError} when there is none, or more than one.
 */
export async function digestOption(
  { options, guild }: ChatInputCommandInteraction,
  caller: Caller,
): Promise<DigestView> {
  const typed = options.getString('digest')?.trim() ?? '';
  const archive = await caller.archive();
  const { list, several } = digestTexts[caller.language];
  if (typed !== '') {
    const id = digestChoices({ archive, guild, language: caller.language }, typed).find(
      ({ name, value }) => value === typed || name === typed,
    )?.value;
    return digestOf(id ?? typed, caller);
  }
  const [only, ...others] = archive.digests.list();
  if (only === undefined) throw new WordedError(list.none(caller.mention('digest schedule')));
  if (others.length > 0) throw new WordedError(several);
  return only;
}

/** A digest of this guild. @throws {UserError} when there is none of that id. */
export async function digestOf(id: string, caller: Caller): Promise<DigestView> {
  const view = (await caller.archive()).digests.get(id);
  if (view === null) {
    throw new WordedError(digestTexts[caller.language].errors['not-found'](''));
  }
  return view;
}
