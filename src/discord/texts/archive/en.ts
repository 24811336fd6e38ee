import type { Naming } from '../naming.ts';
import { formatMegabytes, formatNumber, formatShare } from '../numbers.ts';

/** Wording of `/archive`. Texts are Discord markdown; what comes in from elsewhere has been escaped before. */
export interface ArchiveTexts {
  readonly names: {
    readonly archive: Naming;
    readonly stats: Naming;
    readonly list: Naming;
    readonly listSection: Naming;
    readonly listAfter: Naming;
    readonly listBefore: Naming;
    readonly show: Naming;
    readonly showArticle: Naming;
    readonly remove: Naming;
    readonly removeArticle: Naming;
    readonly export: Naming;
    readonly gaps: Naming;
  };
  /** For an id that is unknown here, whatever it is elsewhere. */
  readonly notFound: string;
  readonly stats: {
    readonly title: string;
    readonly empty: string;
    readonly visible: (articles: number, words: number) => string;
    readonly own: (articles: number) => string;
    readonly period: (oldest: string, newest: string) => string;
    readonly day: (day: string) => string;
    readonly sections: string;
    readonly moreSections: (count: number) => string;
    readonly limits: (use: {
      readonly articles: number;
      readonly maxArticles: number;
      readonly bytes: number;
      readonly maxBytes: number;
    }) => string;
    /** @param share of those that were answered, 0 to 1. */
    readonly questions: (asked: number, answered: number, share: number) => string;
    readonly noQuestions: string;
  };
  readonly list: {
    readonly title: string;
    readonly range: (first: number, last: number, total: number) => string;
    readonly emptyArchive: string;
    readonly noMatch: string;
    readonly undated: string;
    /** Placeholder of the select. */
    readonly open: string;
    readonly noSection: string;
    readonly badDate: (option: string) => string;
    readonly noDayBetween: string;
  };
  readonly remove: {
    readonly question: string;
    readonly consequence: string;
    readonly confirm: string;
    readonly cancel: string;
    readonly cancelled: string;
    readonly removed: (headline: string) => string;
    readonly undo: string;
    readonly restored: (headline: string) => string;
    readonly shared: string;
    readonly notRestored: string;
  };
  readonly export: {
    readonly done: (articles: number, bytes: number) => string;
    readonly parts: (files: number) => string;
    readonly howToRead: string;
    readonly empty: string;
    /** @param command for the terminal, without backticks. */
    readonly tooLarge: (bytes: number, command: string) => string;
  };
  readonly gaps: {
    readonly title: string;
    readonly range: (first: number, last: number, total: number) => string;
    readonly none: string;
    /** @param last a time stamp. */
    readonly asked: (count: number, last: string) => string;
    readonly variants: (questions: readonly string[]) => string;
    readonly add: string;
    readonly done: string;
    readonly gone: string;
  };
}

const n = (value: number) => formatNumber('en', value);
const articles = (count: number) => `${n(count)} ${count === 1 ? 'article' : 'articles'}`;

export const en: ArchiveTexts = {
  names: {
    archive: { name: 'archive', description: 'Look into the archive and look after it' },
    stats: { name: 'stats', description: 'How much the archive holds' },
    list: { name: 'list', description: 'Articles, newest first' },
    listSection: { name: 'section', description: 'Only articles of this section' },
    listAfter: {
      name: 'after',
      description: 'Only from this date on: 2024-02-10, Feb 2024, 2024, last week',
    },
    listBefore: {
      name: 'before',
      description: 'Only up to this date: 2024-02-10, Feb 2024, 2024, last week',
    },
    show: { name: 'show', description: 'Read one article' },
    showArticle: { name: 'article', description: 'Words of its headline, or its id' },
    remove: { name: 'remove', description: 'Take an article of this server out of the archive' },
    removeArticle: { name: 'article', description: 'Words of its headline, or its id' },
    export: { name: 'export', description: 'Download the articles of this server as JSON Lines' },
    gaps: { name: 'gaps', description: 'Questions that found no answer, most asked first' },
  },
  notFound: 'There is no such article here. Choose one from the suggestions, or look at the list.',
  stats: {
    title: 'The archive',
    empty: 'The archive is empty.',
    visible: (count, words) => `**${articles(count)}** with ${n(words)} words can be found here.`,
    own: (count) =>
      count === 0
        ? 'None of them was added by this server.'
        : `**${n(count)}** of them ${count === 1 ? 'was' : 'were'} added by this server.`,
    period: (oldest, newest) => `From ${oldest} to ${newest}.`,
    day: (day) => `All from ${day}.`,
    sections: 'Sections',
    moreSections: (count) => `and ${n(count)} more`,
    limits: ({ articles: count, maxArticles, bytes, maxBytes }) =>
      `This server uses ${n(count)} of ${articles(maxArticles)} and ` +
      `${formatMegabytes('en', bytes)} of ${formatMegabytes('en', maxBytes)}.`,
    questions: (asked, answered, share) =>
      `Questions asked here: ${n(asked)}, answered: ${n(answered)} (${formatShare('en', share)}).`,
    noQuestions: 'No question has been asked here yet.',
  },
  list: {
    title: 'Articles',
    range: (first, last, total) => `${n(first)} to ${n(last)} of ${n(total)}`,
    emptyArchive: 'The archive is empty.',
    noMatch: 'No article matches. Try other dates or another section.',
    undated: 'no date',
    open: 'Open an article',
    noSection: 'There is no such section. Choose one from the suggestions.',
    badDate: (option) =>
      `I do not understand the date in "${option}". Write it like 2024-02-10, Feb 2024, 2024, yesterday, last month or 3 days ago.`,
    noDayBetween: 'No day is both after the first date and before the second. Exchange the two.',
  },
  remove: {
    question: 'Remove this article?',
    consequence: 'It will not be found, shown or exported here any more.',
    confirm: 'Remove',
    cancel: 'Cancel',
    cancelled: 'Nothing was removed.',
    removed: (headline) => `Removed: ${headline}`,
    undo: 'Undo',
    restored: (headline) => `Back in the archive: ${headline}`,
    shared:
      'This article belongs to the archive that all servers share. It cannot be removed from here.',
    notRestored: 'This article cannot be brought back: it is there again, or it is gone for good.',
  },
  export: {
    done: (count, bytes) =>
      `${articles(count)} of this server as JSON Lines, ${formatMegabytes('en', bytes)}.`,
    parts: (files) => `They are split into ${n(files)} files.`,
    howToRead: 'Another Archivist reads them with `/ingest file`.',
    empty: 'This server has added no articles yet, so there is nothing to export.',
    tooLarge: (bytes, command) =>
      `The export is larger than the ${formatMegabytes('en', bytes)} that can be sent here. ` +
      `Whoever runs the bot gets it from the terminal, while the bot is stopped:\n\`${command}\``,
  },
  gaps: {
    title: 'Questions without an answer',
    range: (first, last, total) => `${n(first)} to ${n(last)} of ${n(total)}, most asked first`,
    none: 'There is no open question. Questions that find no answer are listed here, unless whoever runs the bot has turned that off.',
    asked: (count, last) =>
      count === 1 ? `asked once, ${last}` : `asked ${n(count)} times, last ${last}`,
    variants: (questions) => `also: ${questions.join(' · ')}`,
    add: 'Add an article',
    done: 'Done',
    gone: 'This question is not on the list any more.',
  },
};
