import type { Welcome } from '../playground/page-protocol.ts';

/** Three that the seed article answers, and one that it does not. */
const QUESTIONS = [
  'What did NATO urge Europe to do?',
  'When do NATO’s defence ministers meet?',
  'What did Biden say about Congress?',
  'Who won the World Cup?',
];

/** What a channel shows in which nobody has said anything yet. */
export const WELCOME: Welcome = {
  title: 'Ask the archive',
  text:
    'Archivist answers with the very words of its articles, and with their source. There is one article so far: it answers ' +
    'the first three of these questions, and has nothing on the fourth. To add articles with /ingest and to post a daily ' +
    'digest with /digest schedule, be Max, a moderator, in the member list.',
  suggestions: QUESTIONS.map((question) => ({
    label: question,
    command: 'ask',
    options: { question },
  })),
};
