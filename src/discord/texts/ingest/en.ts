import { formatNumber, formatShare } from '../numbers.ts';
import type { IngestTexts } from './ingest-texts.ts';

const n = (value: number) => formatNumber('en', value);
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${value === 1 ? one : other}`;

export const en: IngestTexts = {
  command: {
    ingest: { name: 'ingest', description: 'Add articles to the archive; shows each one before' },
    text: { name: 'text', description: 'Paste or type one article' },
    file: { name: 'file', description: 'Add articles from up to 10 files' },
    url: { name: 'url', description: 'Add articles from up to 3 web pages' },
    fileOption: {
      name: 'file',
      first: 'Text, Markdown, HTML, JSON, JSON Lines, or a ZIP of those',
      further: 'Another file',
    },
    urlOption: {
      name: 'url',
      first: 'Address of the article, beginning with https://',
      further: 'Address of another article',
    },
    section: { name: 'section', description: 'Section for articles that name none' },
    date: { name: 'date', description: 'Date for articles that name none, such as 2024-02-10' },
    source: { name: 'source', description: 'Publisher for articles that name none' },
    message: 'Add to archive',
  },
  modal: {
    title: 'Add an article',
    editTitle: 'Edit the article',
    headline: 'Headline',
    date: 'Date',
    dateHint: 'Such as 2024-02-10, 10 Feb 2024 or yesterday. May stay empty.',
    section: 'Section',
    link: 'Link',
    linkHint: 'Where the article can be read. May stay empty.',
    body: 'Text',
    bodyHint: 'Up to 4,000 characters; longer articles go in as a file: /ingest file.',
    bodyTooLong: (characters) =>
      `The text itself has ${n(characters)} characters, too many for this window. It stays as it is; to change it, use /ingest file.`,
  },
  preview: {
    title: { new: 'New article', same: 'Already in the archive', changed: 'Changed article' },
    noHeadline: '(no headline)',
    labels: {
      headline: 'Headline',
      publishedAt: 'Date',
      section: 'Section',
      byline: 'By',
      source: 'Source',
      url: 'Link',
      text: 'Text',
      length: 'Length',
    },
    absent: 'none',
    length: (words, characters, passages) =>
      `${count(words, 'word', 'words')}, ${count(characters, 'character', 'characters')}, ${count(passages, 'passage', 'passages')}`,
    status: {
      new: 'Nothing like it is in the archive.',
      same: 'It is in the archive word for word. There is nothing to add.',
      changed: 'Adding makes this the current version of an article that is in the archive:',
    },
    alikeTo: 'Much alike, and in the archive already:',
    alike: (share) => `${formatShare('en', share)} alike`,
    changedWords: (added, removed) =>
      `${count(added, 'word', 'words')} added, ${n(removed)} taken away`,
    notes: 'Guessed or left out',
    of: (position, total) => `Article ${n(position)} of ${n(total)}`,
    notInArchiveYet: 'Nothing is in the archive until you press Add.',
    more: (number) => `and ${n(number)} more`,
  },
  list: {
    title: (number) => `${count(number, 'article', 'articles')} to look through`,
    words: (number) => count(number, 'word', 'words'),
    totals: { new: 'new', changed: 'changed', same: 'already there' },
    page: (page, pages) => `Page ${n(page)} of ${n(pages)}`,
    choose: 'Look at one or edit it …',
  },
  failures: {
    title: (number) => count(number, 'problem', 'problems'),
    line: (line) => `line ${n(line)}`,
    nothing: 'There is nothing to add.',
    wrongExtension: (extensions) => `this kind of file is not read. Send ${extensions}.`,
    tooBig: (megabytes) => `it is larger than ${n(megabytes)} MB. Send several smaller files.`,
    tooBigTogether: (megabytes) =>
      `all files together are larger than ${n(megabytes)} MB. Send this one by itself.`,
    notDownloaded: 'Discord did not hand the file over. Please send it again.',
    noAddress: 'it is no complete web address. It begins with https:// or http://.',
    noArticleInMessage:
      'This message has no text, readable file or link that could become an article.',
    optionDate: (typed) =>
      `“${typed}” is not a clear date. Write it like 2024-02-10, 10 Feb 2024 or yesterday.`,
  },
  problems: {
    noHeadline: 'An article needs a headline.',
    date: (typed) =>
      `“${typed}” is not a clear date. Write it like 2024-02-10, 10 Feb 2024 or yesterday. The rest is kept; without a correction the article has no date.`,
    keptDate: (typed) =>
      `“${typed}” is not a clear date. Write it like 2024-02-10, 10 Feb 2024 or yesterday. The date stays as it was.`,
    link: (typed) =>
      `“${typed}” is not a web address. It begins with https:// or http://. The rest is kept; without a correction the article has no link.`,
    keptLink: (typed) =>
      `“${typed}” is not a web address. It begins with https:// or http://. The link stays as it was.`,
    headline: 'An article needs a headline. It stays as it was.',
    text: 'There are no words in the text. It stays as it was.',
    saved: (command) =>
      `So that nothing is lost, here is what you typed. You can send it with ${command} later.`,
  },
  buttons: {
    add: (number) => (number === 1 ? 'Add' : `Add ${n(number)}`),
    edit: 'Edit',
    tryAgain: 'Try again',
    cancel: 'Cancel',
    back: 'Back to the list',
    undo: 'Undo',
    previous: 'Previous',
    next: 'Next',
  },
  progress: {
    collecting: 'Fetching',
    reading: 'Reading',
    adding: 'Adding to the archive',
    done: (done, total) => `${n(done)} of ${n(total)}`,
  },
  receipt: {
    title: 'Added to the archive',
    nothingTitle: 'Nothing was added',
    added: (number) => count(number, 'article added', 'articles added'),
    revised: (number) => count(number, 'article changed', 'articles changed'),
    unchanged: (number) => count(number, 'was there already', 'were there already'),
    revision: (revision) => `version ${n(revision)}`,
    undone: 'This was taken back.',
  },
  undo: {
    title: 'Taken back',
    removed: (number) => `${count(number, 'article', 'articles')} removed again`,
    reverted: (number) => `${count(number, 'article', 'articles')} back in the version before`,
    kept: (number) =>
      `${count(number, 'article', 'articles')} left alone: changed or removed since`,
    nothing: 'There was nothing to take back.',
  },
  cancelled: 'Discarded. Nothing was added to the archive.',
  gone: (command) =>
    `This is no longer there: it was added, discarded, or has expired. Please start again with ${command}.`,
};
