import { expect } from 'vitest';
import { createIngestMessageFeature } from '../../commands/ingest-message.ts';
import { createIngestFeature } from '../../commands/ingest.ts';
import { systemClock } from '../../src/clock.ts';
import type { GuildArchive } from '../../src/guild/guild-archive.ts';
import { fetchUrl, type FetchedPage } from '../../src/ingest/fetch-url.ts';
import type {
  OptionValue,
  PendingInteraction,
  ShownMessage,
} from '../../src/playground/person/person.ts';
import { startBotKit, type BotKit, type BotKitOptions } from '../discord/bot-kit.ts';
import { privateReplyTo } from './archive-bot.ts';

export interface IngestBot extends BotKit {
  archive(): Promise<GuildArchive>;
  /** Headlines of the guild's articles, sorted. */
  headlines(): Promise<string[]>;
  /** Fills in the modal of `/ingest text`; gives the preview. */
  typeArticle(values: Readonly<Record<string, string>>): Promise<ShownMessage>;
}

/** The bot with `/ingest` and `Add to archive` alone. It fetches pages from this machine too. */
export async function startIngestBot(options: BotKitOptions = {}): Promise<IngestBot> {
  const kit = await startBotKit({
    createFeatures: (ports) => [createIngestFeature(ports), createIngestMessageFeature(ports)],
    fetchPage: fetchFromHere,
    ...options,
  });
  const archive = async (): Promise<GuildArchive> => (await kit.app()).guilds.of(kit.guildId);
  return {
    ...kit,
    archive,
    headlines: async () => {
      const { articles } = (await archive()).list({ limit: 1_000 });
      return articles.map(({ headline }) => headline).sort();
    },
    typeArticle: async (values) => {
      const modal = await (await kit.moderator.slash('ingest text')).modal();
      return privateReplyTo(kit.moderator.submit(modal, values));
    },
  };
}

/** Fetches pages of this machine too. */
export function fetchFromHere(url: string, signal?: AbortSignal): Promise<FetchedPage> {
  const options = { clock: systemClock, allowPrivateAddresses: true };
  return fetchUrl(url, signal ? { ...options, signal } : options);
}

/** A new reply once the work it showed is done. */
export async function finalReplyTo(
  interaction: Promise<PendingInteraction>,
): Promise<ShownMessage> {
  const reply = await (await interaction).until(({ text }) => !/^\*\*[^*]+\*\* …/.test(text));
  expect(reply.ephemeral).toBe(true);
  return reply;
}

export function fileOf(name: string, content: string | Uint8Array): OptionValue {
  return { file: { name, data: Buffer.from(content) } };
}

/** Text of an article about a topic, long enough to be one, unlike that of any other topic. */
export function storyAbout(topic: string): string {
  return [
    `The ${topic} was opened to the public on Saturday after years of repairs.`,
    `Nobody had expected that the ${topic} would draw such a crowd, said the mayor of ${topic}ville.`,
    `Tickets for the ${topic} cost four dollars; ${topic} members pay nothing.`,
  ].join('\n\n');
}

export function linesOf(topics: readonly string[]): string {
  return topics
    .map((topic) =>
      JSON.stringify({
        headline: `News of the ${topic}`,
        date: '2024-02-10',
        text: storyAbout(topic),
      }),
    )
    .join('\n');
}
