import { expect } from 'vitest';
import { createArchiveFeature } from '../../commands/archive.ts';
import { createHelpFeature } from '../../commands/help.ts';
import type { ArticleDraft } from '../../src/archive/article.ts';
import type { GuildArchive } from '../../src/guild/guild-archive.ts';
import type { PendingInteraction, ShownMessage } from '../../src/playground/person/person.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { startBotKit, type BotKit, type BotKitOptions } from '../discord/bot-kit.ts';

export interface ArchiveBot extends BotKit {
  /** What the bot's guild, or another one, sees. */
  archive(guildId?: string): Promise<GuildArchive>;
  /** Adds articles of the bot's guild, or of another one; gives their ids. */
  bring(drafts: readonly ArticleDraft[], guildId?: string): Promise<string[]>;
}

/** The bot with `/archive` and `/help` alone. */
export async function startArchiveBot(options: BotKitOptions = {}): Promise<ArchiveBot> {
  const kit = await startBotKit({
    createFeatures: (ports) => [createArchiveFeature(ports), createHelpFeature(ports)],
    ...options,
  });
  return {
    ...kit,
    archive: async (guildId = kit.guildId) => (await kit.app()).guilds.of(guildId),
    bring: async (drafts, scope = kit.guildId) => {
      const { library } = await kit.app();
      const outcomes = await library.add(drafts, { scope, by: '100000000000000001' });
      return outcomes.map((outcome) => {
        if (outcome.status === 'failed') throw new Error(outcome.reason);
        return outcome.id;
      });
    },
  };
}

/** Articles on different topics, the first the newest: `2024-02-28`, `2024-02-27`, … */
export function draftsAbout(
  topics: readonly string[],
  given: Partial<ArticleDraft> = {},
): ArticleDraft[] {
  return topics.map((topic, at) =>
    draftAbout(topic, { publishedAt: `2024-02-${String(28 - at).padStart(2, '0')}`, ...given }),
  );
}

export async function replyTo(interaction: Promise<PendingInteraction>): Promise<ShownMessage> {
  return (await interaction).reply();
}

/** The same, shown to the caller alone. */
export async function privateReplyTo(
  interaction: Promise<PendingInteraction>,
): Promise<ShownMessage> {
  const reply = await replyTo(interaction);
  expect(reply.ephemeral).toBe(true);
  return reply;
}

/** Nothing that was sent is anything Discord would have refused. */
export function expectNoViolations({ discord }: BotKit): void {
  expect(discord.traffic.violations).toEqual([]);
}
