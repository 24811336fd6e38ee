import type { GuildLimits, GuildsPorts } from './guild-ports.ts';
import { createRateLimit } from './rate-limit.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;

/** The rates of the settings. */
export function createGuildLimits({
  clock,
  config,
}: Pick<GuildsPorts, 'clock' | 'config'>): GuildLimits {
  return {
    questions: createRateLimit({
      clock,
      periodMs: MS_PER_MINUTE,
      user: {
        limit: 'user-questions',
        allowed: config.USER_QUESTIONS_PER_MINUTE,
        message: `You may ask ${config.USER_QUESTIONS_PER_MINUTE} questions a minute. Wait a moment and ask again.`,
      },
      guild: {
        limit: 'guild-questions',
        allowed: config.GUILD_QUESTIONS_PER_MINUTE,
        message: `This server may ask ${config.GUILD_QUESTIONS_PER_MINUTE} questions a minute. Wait a moment and ask again.`,
      },
    }),
    ingests: createRateLimit({
      clock,
      periodMs: MS_PER_HOUR,
      user: {
        limit: 'user-ingests',
        allowed: config.USER_INGESTS_PER_HOUR,
        message: `You may bring articles ${config.USER_INGESTS_PER_HOUR} times an hour. Wait a while and try again.`,
      },
      guild: {
        limit: 'guild-ingests',
        allowed: config.GUILD_INGESTS_PER_HOUR,
        message: `This server may bring articles ${config.GUILD_INGESTS_PER_HOUR} times an hour. Wait a while and try again.`,
      },
    }),
  };
}
