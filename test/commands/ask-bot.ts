import { createArchiveFeature } from '../../commands/archive.ts';
import { createAskMessageFeature } from '../../commands/ask-message.ts';
import { createAskFeature } from '../../commands/ask.ts';
import type { ArticleDraft } from '../../src/archive/article.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import type { Person, ShownMessage } from '../../src/playground/person/person.ts';
import type { BotKitOptions } from '../discord/bot-kit.ts';
import { startArchiveBot, type ArchiveBot } from './archive-bot.ts';

/** The bot with everything that answers questions. */
export function startAskBot(options: BotKitOptions = {}): Promise<ArchiveBot> {
  return startArchiveBot({
    createFeatures: (ports) => [
      createAskFeature(),
      createAskMessageFeature(),
      createArchiveFeature(ports),
    ],
    ...options,
  });
}

export const QUESTION = 'When was the harbour opened by the minister of harbour affairs?';
export const ANSWER = 'The harbour was opened on Monday by the minister of harbour affairs\\.';

export const HARBOUR: ArticleDraft = draftAbout('harbour', {
  url: 'https://example.org/harbour',
  byline: 'Ann Lee',
});

/** So many articles that all answer `QUESTION`, each in its own words. */
export function harbours(count: number): ArticleDraft[] {
  return Array.from({ length: count }, (_, at) =>
    draftAbout('harbour', {
      headline: `Harbour ${at + 1}`,
      paragraphs: [
        {
          kind: 'text',
          text: `The harbour was opened on day ${at + 1} by the minister of harbour affairs. It rained.`,
        },
      ],
    }),
  );
}

/** Answers `QUESTION` in two places, too far from each other to be one excerpt. */
export function withSecondAnswer(draft: ArticleDraft): ArticleDraft {
  const between = 'Nothing of note happened. Nobody came. Everybody went home.';
  const again = 'Was the harbour opened by the minister of harbour affairs? It was.';
  return {
    ...draft,
    paragraphs: [
      ...draft.paragraphs,
      { kind: 'text', text: between },
      { kind: 'text', text: again },
    ],
  };
}

/** Custom ids of the buttons on a message, the answer's id as `*`. */
export function actionsOf({ buttons }: ShownMessage): string[] {
  return buttons.flatMap(({ customId }) =>
    customId === null ? [] : [customId.replace(/:[a-z2-7]{12}/, ':*')],
  );
}

/** A member of another server, in a channel of it. */
export function stranger({ discord }: ArchiveBot): { guildId: string; person: Person } {
  const guildId = discord.world.addGuild({ name: 'Elsewhere' }).id;
  const channelId = discord.world.addChannel(guildId, { name: 'general' }).id;
  const person = discord.as(discord.world.addMember(guildId, { name: 'Eve' }).id, channelId);
  return { guildId, person };
}
