import type { GuildArticles, GuildIngest } from './guild-archive.ts';

function notYet(): never {
  throw new Error('This part of a guild is not there yet.');
}

/** Stands in until the articles of a guild can be listed and changed. */
export function createGuildArticles(): GuildArticles {
  return {
    article: notYet,
    list: notYet,
    stats: notYet,
    sections: notYet,
    findHeadlines: notYet,
    owns: notYet,
    remove: notYet,
    restore: notYet,
    exportLines: notYet,
  };
}

/** Stands in until a guild can bring articles. */
export function createGuildIngest(): GuildIngest {
  return {
    prepare: notYet,
    pending: notYet,
    edit: notYet,
    cancel: notYet,
    commit: notYet,
    receipt: notYet,
    undo: notYet,
  };
}
