import { SHARED_SCOPE } from '../archive/article.ts';
import type { ArticleSummary } from '../archive/library.ts';
import { UserError } from '../errors.ts';
import { ArticleError } from './article-error.ts';
import type { GuildArticles } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { BYTES_PER_MEGABYTE } from './guild-room.ts';

/** The articles one guild sees, and those it may change. */
export function createGuildArticles(ports: GuildPorts): GuildArticles {
  const { library, database, config, guildId, scopes } = ports;
  const own = [guildId];
  return {
    article: (id) => library.get(id, scopes),
    list: (options) => library.list({ ...options, scopes }),
    stats: () => ({
      visible: library.stats(scopes),
      own: library.stats(own),
      ownBytes: library.scopeSize(guildId).bytes,
      limits: {
        articles: config.GUILD_MAX_ARTICLES,
        bytes: config.GUILD_MAX_MEGABYTES * BYTES_PER_MEGABYTE,
      },
      questions: database.guilds.questions(guildId),
    }),
    sections: () => library.sections(scopes),
    findHeadlines: (text, limit, options) =>
      library.findHeadlines(text, options?.own ? own : scopes, limit),
    owns: (id) => stateOf(ports, id) === 'current',
    remove: (id, by) => change(ports, id, 'current', () => library.remove(id, guildId, by)),
    restore: (id, by) => change(ports, id, 'removed', () => library.restore(id, guildId, by)),
    exportLines: async function* () {
      for await (const article of library.exportArticles(own)) yield `${JSON.stringify(article)}\n`;
    },
  };
}

/** What the guild's own article is; `undefined` when it has none of that id. */
function stateOf({ library, guildId }: GuildPorts, id: string): 'current' | 'removed' | undefined {
  for (const { state } of library.revisions(id, [guildId])) {
    if (state === 'current' || state === 'removed') return state;
  }
  return undefined;
}

/** @throws {ArticleError} unless the guild has the article, in that state. */
async function change(
  ports: GuildPorts,
  id: string,
  from: 'current' | 'removed',
  work: () => Promise<ArticleSummary>,
): Promise<ArticleSummary> {
  const check = (): void => {
    const state = stateOf(ports, id);
    if (state === undefined) throw notOwn(ports, id);
    if (state !== from) throw from === 'current' ? alreadyRemoved() : notRemoved();
  };
  check();
  try {
    return await work();
  } catch (error) {
    // Somebody may have been quicker.
    if (error instanceof UserError) check();
    throw error;
  }
}

function notOwn({ library }: GuildPorts, id: string): ArticleError {
  return library.get(id, [SHARED_SCOPE]) === null
    ? new ArticleError('not-found', 'There is no such article here.')
    : new ArticleError(
        'not-yours',
        'This article is shared by all servers, and cannot be changed from here.',
      );
}

function alreadyRemoved(): ArticleError {
  return new ArticleError('already-removed', 'This article is removed already.');
}

function notRemoved(): ArticleError {
  return new ArticleError(
    'not-removed',
    'This article is not removed, so there is nothing to restore.',
  );
}
