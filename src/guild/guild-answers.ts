import type { Answer } from '../answer/answer.ts';
import type { AnswerQuestion } from '../answer/answer-question.ts';
import { randomId } from '../archive/random-id.ts';
import { MS_PER_DAY } from '../clock.ts';
import { checkQuestion, type QuestionCheckPorts } from './check-question.ts';
import type { GapBook } from './gap-book.ts';
import type { GuildAnswers, Question } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { decodeAnswer, encodeAnswer, keep, type KeptAnswer } from './kept-answer.ts';
import { resolveAnswer } from './resolve-answer.ts';
import { castVote } from './vote-book.ts';

/** What the "More" button pages through. */
const MOST_EXCERPTS = 10;

export interface GuildAnswersPorts extends GuildPorts, QuestionCheckPorts {
  readonly answer: AnswerQuestion;
  readonly gaps: GapBook;
}

/** The question side of a guild's archive. */
export function createGuildAnswers(ports: GuildAnswersPorts): GuildAnswers {
  const { database, guildId, gaps } = ports;
  const kept = (id: string): KeptAnswer | null => {
    const content = database.answers.content(id, guildId, answersUntil(ports));
    return content === null ? null : decodeAnswer(content);
  };
  return {
    ask: async (question) => {
      const { text, filter } = checkQuestion(question, ports);
      ports.limits.questions.take(question.userId, guildId);
      const answer = await ports.answer(text, filter, MOST_EXCERPTS, question.signal);
      const given = keep(question, answer);
      return resolveAnswer(record(question, answer, given, ports), given, ports);
    },
    answer: (id) => {
      const found = kept(id);
      return found && resolveAnswer(id, found, ports);
    },
    vote: (answerId, userId, vote) =>
      kept(answerId) && database.transaction(() => castVote(database, answerId, userId, vote)),
    // eslint-disable-next-line @typescript-eslint/require-await -- an async function rejects where it throws
    gaps: async (page) => gaps.list(page),
    closeGap: (id) => gaps.close(id),
  };
}

/** Answers of this moment (ISO date-time) or earlier are kept no longer. */
export function answersUntil({ clock, config }: Pick<GuildPorts, 'clock' | 'config'>): string {
  const age = config.ANSWER_RETENTION_DAYS * MS_PER_DAY;
  return new Date(clock.now().getTime() - age).toISOString();
}

/** Everything that is kept of a question, in one transaction. @returns the answer's id, null when answers are not kept. */
function record(
  { userId, digest }: Question,
  { question, outcome, reading }: Answer,
  given: KeptAnswer,
  { database, guildId, gaps, clock, config }: GuildAnswersPorts,
): string | null {
  const id = config.ANSWER_RETENTION_DAYS === 0 ? null : randomId();
  const isAnswered = outcome === 'answered';
  try {
    database.transaction(() => {
      database.guilds.countQuestion(guildId, isAnswered);
      if (id !== null) {
        const createdAt = clock.now().toISOString();
        database.answers.insert({ id, guild: guildId, createdAt, content: encodeAnswer(given) });
      }
      // What one digest does not tell may well be in the archive.
      const tellsOfArchive = isAnswered || digest === undefined;
      if (tellsOfArchive) gaps.note({ text: question, userId, reading, isAnswered });
    });
  } catch (error) {
    gaps.forget();
    throw error;
  }
  return id;
}
