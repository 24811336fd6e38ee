import type { Article } from '../../archive/article.ts';
import { UserError } from '../../errors.ts';
import type { GuildArchive } from '../../guild/guild-archive.ts';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import {
  renderKept,
  renderRemoved,
  renderRemovalQuestion,
  renderRestored,
} from '../render/archive/removal.ts';
import { archiveTexts } from '../texts/archive/index.ts';
import { MODERATOR } from './moderator.ts';
import { WordedError } from '../worded-error.ts';

/** Shows what would be removed; removes nothing yet. */
export async function runRemove(id: string, caller: Caller): Promise<MessageReply> {
  const article = ownArticle(await caller.archive(), id, caller);
  return renderRemovalQuestion(article, caller.language);
}

/** Remove and Cancel of the question, Undo of the receipt. */
export const removeComponents: readonly ComponentHandler[] = [
  {
    action: 'archive-remove',
    place: 'update',
    permission: MODERATOR,
    run: async (_, [id = ''], caller) => {
      const archive = await caller.archive();
      ownArticle(archive, id, caller);
      const { notFound } = archiveTexts[caller.language];
      const removed = await orSay(notFound, () => archive.remove(id, caller.userId));
      return renderRemoved(removed, caller.language);
    },
  },
  {
    action: 'archive-keep',
    place: 'update',
    permission: MODERATOR,
    run: (_interaction, _args, { language }) => Promise.resolve(renderKept(language)),
  },
  {
    action: 'archive-restore',
    place: 'update',
    permission: MODERATOR,
    run: async (_, [id = ''], caller) => {
      const archive = await caller.archive();
      const { notRestored } = archiveTexts[caller.language].remove;
      const restored = await orSay(notRestored, () => archive.restore(id, caller.userId));
      return renderRestored(restored, caller.language);
    },
  },
];

/** @throws {UserError} for an article that is not there, or is shared. */
function ownArticle(archive: GuildArchive, id: string, { language }: Caller): Article {
  const { notFound, remove } = archiveTexts[language];
  const article = archive.article(id);
  if (article === null) throw new WordedError(notFound);
  if (!archive.owns(id)) throw new WordedError(remove.shared);
  return article;
}

/** @throws {UserError} with the caller's sentence where `work` cannot be done. */
async function orSay<T>(sentence: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new WordedError(sentence, { cause: error });
  }
}
