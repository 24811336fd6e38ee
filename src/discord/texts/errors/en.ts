import type { ErrorTexts } from './error-texts.ts';

export const en: ErrorTexts = {
  question: {
    empty: 'There is no question in that. Write at least one word to look for.',
    tooLong: (maximum) =>
      `That question is too long. Ask it in fewer words, in at most ${maximum} characters.`,
    badDate: (value) =>
      `I do not understand the date “${value}”. Write it like 2024-02-10, Feb 2024, 2024, yesterday, last month or 3 days ago.`,
    emptyRange: (range) =>
      `There is no day between these two dates: ${range}. Exchange them, or leave one out.`,
    noSuchSection: (value, known) =>
      known === ''
        ? `There is no section “${value}”: no article here has one. Leave the section out.`
        : `There is no section “${value}”. Sections here: ${known}.`,
    noSuchDigest:
      'This digest is no longer kept, so it cannot be asked. Ask the whole archive instead.',
  },
  limits: {
    'user-questions': (allowed) =>
      `That was quick: everybody can ask ${allowed} questions a minute.`,
    'guild-questions': (allowed) =>
      `This server is asking a lot right now: ${allowed} questions a minute are possible.`,
    'user-ingests': (allowed) => `Everybody can add ${allowed} times an hour.`,
    'guild-ingests': (allowed) => `This server can add ${allowed} times an hour.`,
    'guild-articles': (allowed) =>
      `This server’s archive is full: it can hold ${allowed} articles of its own. Remove some, or ask the bot’s operator for more room.`,
    'guild-bytes': (allowed) =>
      `This server’s archive is full: it can hold ${allowed} of its own text. Remove some articles, or ask the bot’s operator for more room.`,
    'article-size': (allowed) =>
      `This article is too long: ${allowed} characters are possible. Split it into parts.`,
  },
  articles: {
    'not-found':
      'There is no such article here. Choose one from the list that opens while you type.',
    'not-yours': 'This article is shared by all servers and cannot be changed here.',
    'already-removed': 'This article has been removed already.',
    'not-removed': 'This article is not removed, so there is nothing to bring back.',
    'no-pending':
      'This draft is no longer kept: it was added, cancelled, or is older than seven days. Please bring it again.',
    'no-receipt':
      'What was added here is no longer on record. Remove the articles one by one instead.',
    'no-headline': 'The headline is missing. Write one with at least one word.',
    'no-text': 'The text is missing. Write at least one sentence.',
    'bad-date': 'I do not understand the date. Write it like 2024-02-10.',
    'bad-link': 'The link is not an address that begins with http or https.',
    'bad-field': 'One of the fields cannot be kept as it is. Shorten it, please.',
  },
  tryAgainIn: (duration) => `Please try again in ${duration}.`,
};
