import type { GivenAnswer, GuildArchive } from '../../guild/guild-archive.ts';
import type { Caller } from '../command.ts';
import { askTexts } from '../texts/ask/index.ts';
import { WordedError } from '../worded-error.ts';

export interface Kept {
  readonly archive: GuildArchive;
  readonly answer: GivenAnswer;
}

/** The answer a button belongs to. @throws {UserError} when it is kept no longer, or never was this guild's. */
export async function keptAnswer(id: string | undefined, caller: Caller): Promise<Kept> {
  const archive = await caller.archive();
  const answer = archive.answer(id ?? '');
  if (answer === null) throw new WordedError(askTexts[caller.language].answer.gone);
  return { archive, answer };
}
