import type { ChatInputCommandInteraction, MessageComponentInteraction } from 'discord.js';
import type { Clock } from '../../clock.ts';
import type { GuildArchive } from '../../guild/guild-archive.ts';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { readArticle } from '../read-article.ts';
import { LIST_PAGE, renderList } from '../render/archive/list.ts';
import { renderStats } from '../render/archive/stats.ts';
import { pageId, readFilter, readPageId, type ListFilter } from './list-filter.ts';

export async function runStats(caller: Caller): Promise<MessageReply> {
  const archive = await caller.archive();
  return renderStats(archive.stats(), caller.language);
}

/** The first page of what the options leave. */
export async function runList(
  { options }: ChatInputCommandInteraction,
  caller: Caller,
  clock: Clock,
): Promise<MessageReply> {
  const archive = await caller.archive();
  const typed = {
    section: options.getString('section'),
    after: options.getString('after'),
    before: options.getString('before'),
  };
  const filter = readFilter(typed, archive.sections(), clock.now(), caller.language);
  return listPage(archive, filter, 0, caller);
}

/** ◀ ▶ under a list, and the select that opens one of its articles. */
export const listComponents: readonly ComponentHandler[] = [
  {
    action: 'archive-list',
    place: 'update',
    run: async (_, args, caller) => {
      const archive = await caller.archive();
      const { offset, filter } = readPageId(args, archive.sections(), caller.language);
      return listPage(archive, filter, offset, caller);
    },
  },
  {
    action: 'archive-open',
    place: 'private',
    run: (interaction, _, caller) => readArticle(chosen(interaction), 0, caller),
  },
];

/** The page at `offset`, or the last one when there are fewer articles now. */
function listPage(
  archive: GuildArchive,
  filter: ListFilter,
  offset: number,
  { language }: Caller,
): MessageReply {
  const read = (from: number) => archive.list({ ...filter, offset: from, limit: LIST_PAGE });
  const asked = read(offset);
  const lastPage = Math.floor(Math.max(0, asked.total - 1) / LIST_PAGE) * LIST_PAGE;
  const from = Math.min(offset, lastPage);
  return renderList({
    list: from === offset ? asked : read(from),
    offset: from,
    filtered: Object.keys(filter).length > 0,
    pageId: (at) => pageId(filter, at),
    language,
  });
}

function chosen(interaction: MessageComponentInteraction): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
}
