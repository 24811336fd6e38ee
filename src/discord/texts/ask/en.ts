import type { AskTexts } from './ask-texts.ts';

const DATES = '2024-02-10, Feb 2024, 2024, last week';

export const en: AskTexts = {
  names: {
    ask: { name: 'ask', description: 'Ask the archive; it answers with the articles’ own words' },
    question: { name: 'question', description: 'What would you like to know?' },
    after: { name: 'after', description: `Only articles from this date on: ${DATES}` },
    before: { name: 'before', description: `Only articles up to this date: ${DATES}` },
    section: { name: 'section', description: 'Only articles of this section' },
    private: { name: 'private', description: 'Show the answer to me alone' },
    askMessage: 'Ask the archive',
  },
  answer: {
    from: (articles) => (articles === 1 ? 'From 1 article' : `From ${articles} articles`),
    after: (date) => `after: ${date}`,
    before: (date) => `before: ${date}`,
    section: (name) => `section: ${name}`,
    related: '**Nothing in the archive answers this directly.** Here is what comes closest.',
    nothing: '**Nothing in the archive answers this.**',
    unknownWords: (words) =>
      words.length === 1
        ? `This word occurs nowhere in it: ${words.join('')}.`
        : `These words occur nowhere in it: ${words.join(', ')}.`,
    nearest: 'Nearest articles',
    closest: 'Closest passages, not answers',
    further: 'Further evidence',
    changed: 'This article has changed since; the passage is from the version at that time.',
    removed: 'This passage is no longer in the archive.',
    sharedBy: (user) => `Shared by ${user}`,
    gone: 'This answer is not kept any more. Ask again to get a fresh one.',
  },
  buttons: {
    more: 'More',
    read: 'Read in full',
    readRank: (rank) => `Read [${rank}]`,
    why: 'Why this?',
    share: 'Share',
  },
  article: {
    page: (page, pages) => `Page ${page} of ${pages}`,
    changed: 'This article has changed since the question was asked. This is how it reads now.',
    removed: 'This article has been removed from the archive and cannot be read here any more.',
    notFound: 'There is no such article here.',
  },
  why: {
    title: 'Why these passages?',
    confidence: (share) => `Chance that the archive answers the question: ${share}`,
    matched: (words) => `Words of the question in it: ${words.join(', ')}`,
    noneMatched: 'No word of the question is in it; it was found by its meaning.',
    coverage: (share) => `Share of the question’s words, rare ones counting more: ${share}`,
    similarity: (value) => `Likeness in meaning, up to 1: ${value}`,
    passage: (value) => `Score of the passage around it, up to 1: ${value}`,
    published: (date) => `Published: ${date}`,
    undated: 'The article has no date.',
  },
  message: {
    empty: (command) =>
      `There are no words in that message, so there is nothing to ask. Choose a message with text, or use ${command}.`,
    cut: (maximum) => `The message is long; its first ${maximum} characters were asked.`,
  },
};
