import type { AnswerQuestion } from '../answer/answer-question.ts';
import { scopesOf } from '../archive/article.ts';
import type { Calibrator } from '../answer/calibrate.ts';
import {
  createBackgroundCalibration,
  type BackgroundCalibration,
} from './background-calibration.ts';
import type { Digests } from '../digest/digests.ts';
import { GapBook } from './gap-book.ts';
import { createGuildAnswers } from './guild-answers.ts';
import type { GuildArchive } from './guild-archive.ts';
import { createGuildArticles } from './guild-articles.ts';
import { createGuildDigests } from './guild-digests.ts';
import { isGuildId } from './guild-id.ts';
import { createGuildLimits } from './guild-limits.ts';
import type { GuildPorts, GuildsPorts } from './guild-ports.ts';
import { GuildRegister } from './guild-register.ts';
import type { Guilds } from './guilds.ts';
import { KnownGaps } from './known-gaps.ts';
import { openIngests, type Ingests } from './open-ingests.ts';

export interface OpenGuildsPorts extends GuildsPorts {
  readonly answer: AnswerQuestion;
  readonly calibrator: Calibrator;
  readonly digests: Digests;
}

export interface OpenGuilds extends Guilds {
  /** Resolves when work in the background has ended. */
  settle(): Promise<void>;
  /** Ends work in the background; nothing is asked of the guilds any more. */
  close(): Promise<void>;
}

/** The archive, guild by guild. */
export function openGuilds(ports: OpenGuildsPorts): OpenGuilds {
  const knownGaps = new KnownGaps(ports.database);
  const calibration = createBackgroundCalibration(ports.calibrator, ports.log);
  const limits = createGuildLimits(ports);
  const register = new GuildRegister({ ...ports, knownGaps });
  const ingests = openIngests(ports);
  return {
    of: (guildId) => {
      if (!isGuildId(guildId)) throw new Error(`"${guildId}" is not a guild's id.`);
      const own = { ...ports, limits, guildId, scopes: scopesOf(guildId) };
      return composeGuild(own, ports, knownGaps, calibration, ingests);
    },
    present: (guildIds) => {
      register.present(guildIds);
    },
    joined: (guildId) => {
      register.joined(guildId);
    },
    left: (guildId) => {
      register.left(guildId);
    },
    sweep: async () => {
      await register.sweep();
      await ingests.sweep();
    },
    settle: () => calibration.settle(),
    close: async () => {
      await ingests.close();
      await calibration.close();
    },
  };
}

function composeGuild(
  ports: GuildPorts,
  { answer, calibrator, digests }: OpenGuildsPorts,
  knownGaps: KnownGaps,
  calibration: BackgroundCalibration,
  ingests: Ingests,
): GuildArchive {
  const scale = () => calibrator.current(ports.scopes).scale;
  const gaps = new GapBook({ ...ports, knownGaps, scale });
  const answers = createGuildAnswers({ ...ports, answer, digests, gaps });
  const articles = createGuildArticles(ports);
  const ingest = ingests.of(ports);
  /** Whatever comes of the change, some articles may have come or gone. */
  const changing = async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      calibration.request(ports.scopes);
    }
  };
  return {
    guildId: ports.guildId,
    digests: createGuildDigests(digests, ports.guildId),
    ask: (question) => answers.ask(question),
    answer: (id) => answers.answer(id),
    vote: (answerId, userId, vote) => answers.vote(answerId, userId, vote),
    gaps: (page) => answers.gaps(page),
    closeGap: (id) => answers.closeGap(id),
    article: (id) => articles.article(id),
    list: (options) => articles.list(options),
    stats: () => articles.stats(),
    sections: () => articles.sections(),
    findHeadlines: (text, limit, options) => articles.findHeadlines(text, limit, options),
    owns: (id) => articles.owns(id),
    remove: (id, by) => changing(articles.remove(id, by)),
    restore: (id, by) => changing(articles.restore(id, by)),
    exportLines: () => articles.exportLines(),
    prepare: (inputs, options) => ingest.prepare(inputs, options),
    pending: (id) => ingest.pending(id),
    edit: (id, at, fields) => ingest.edit(id, at, fields),
    cancel: (id) => ingest.cancel(id),
    commit: (id, options) => changing(ingest.commit(id, options)),
    receipt: (id) => ingest.receipt(id),
    undo: (id, by) => changing(ingest.undo(id, by)),
  };
}
