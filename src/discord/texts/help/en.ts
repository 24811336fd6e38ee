import type { Naming } from '../naming.ts';
import { formatNumber } from '../numbers.ts';

/** A command as it is shown: clickable where it is registered. */
type Mention = (command: string) => string;

/** What is kept of questions that found no answer. */
export type KeptQuestions = 'off' | 'anonymous' | 'full';

/** Wording of `/help` and of the greeting. Texts are Discord markdown. */
export interface HelpTexts {
  readonly help: Naming;
  readonly title: string;
  readonly intro: string;
  readonly everybody: string;
  /** One a line. @param messageCommand name of the command on messages. */
  readonly everybodyLines: (mention: Mention, messageCommand: string) => readonly string[];
  readonly moderators: string;
  readonly moderatorLines: (mention: Mention, messageCommand: string) => readonly string[];
  readonly managers: string;
  readonly managerLines: (mention: Mention) => readonly string[];
  readonly separate: string;
  /** @param days answers are kept; 0 for not at all. */
  readonly kept: (days: number, questions: KeptQuestions) => string;
}

const QUESTIONS = {
  off: 'Questions are not kept.',
  anonymous: 'Questions without an answer are kept for the moderators, without names.',
  full: 'Questions without an answer are kept for the moderators, with the name of who asked.',
} as const;

export const en: HelpTexts = {
  help: { name: 'help', description: 'What this bot can do' },
  title: 'Archivist',
  intro:
    'I look for answers in an archive of articles and show them **word for word, with their source**. I write nothing myself, so nothing is made up.',
  everybody: 'For everybody',
  everybodyLines: (mention, messageCommand) => [
    `${mention('ask')} answers a question; dates and a section narrow the search, \`private\` shows the answer to you alone.`,
    `Right-click a message, **Apps**, **${messageCommand}**: the message is the question.`,
    `${mention('archive list')} and ${mention('archive show')} are for browsing and reading, ${mention('archive stats')} says how much there is.`,
  ],
  moderators: 'For moderators',
  moderatorLines: (mention, messageCommand) => [
    `${mention('ingest text')}, ${mention('ingest file')} and ${mention('ingest url')} add articles. You see each one before it is added, and can undo it.`,
    `Right-click a message, **Apps**, **${messageCommand}**: its text, files and links become articles.`,
    `${mention('archive gaps')} lists the questions that found no answer.`,
    `${mention('archive remove')} takes an article out, ${mention('archive export')} downloads all of this server’s.`,
  ],
  managers: 'For who manages the server',
  managerLines: (mention) => [
    `${mention('digest schedule')} posts what is new in a channel, every day at the hour you choose. ${mention('digest preview')} shows it beforehand, ${mention('digest now')} posts it at once.`,
    `${mention('digest list')} says how the digests are doing; ${mention('digest pause')}, ${mention('digest resume')} and ${mention('digest remove')} stop them and let them go on.`,
  ],
  separate: 'What is added in this server is found in this server only.',
  kept: (days, questions) =>
    `${days === 0 ? 'Answers are not kept.' : `Answers are kept for ${formatNumber('en', days)} ${days === 1 ? 'day' : 'days'} for their buttons, with your votes.`} ${QUESTIONS[questions]}`,
};
