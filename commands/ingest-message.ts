import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import { MODERATOR } from '../src/discord/archive/moderator.ts';
import type { Caller, Feature, MessageReply } from '../src/discord/command.ts';
import { collect, type CollectPorts } from '../src/discord/ingest/collect.ts';
import { linksOf, messageInput } from '../src/discord/ingest/message-article.ts';
import { prepareIngest } from '../src/discord/ingest/prepare.ts';
import { ingestTexts } from '../src/discord/texts/ingest/index.ts';
import { localizations } from '../src/discord/texts/language.ts';
import { WordedError } from '../src/discord/worded-error.ts';

/** `Add to archive`, on a message: its text, its files and its links become drafts, shown as `/ingest` shows them. */
export function createIngestMessageFeature(ports: CollectPorts): Feature {
  const { en, de, fr, es } = ingestTexts;
  return {
    command: {
      kind: 'message',
      definition: {
        type: ApplicationCommandType.Message,
        name: en.command.message,
        name_localizations: localizations({
          en: en.command.message,
          de: de.command.message,
          fr: fr.command.message,
          es: es.command.message,
        }),
        contexts: [InteractionContextType.Guild],
        integration_types: [ApplicationIntegrationType.GuildInstall],
        default_member_permissions: String(MODERATOR),
      },
      permission: MODERATOR,
      run: (interaction, caller) => run(interaction, caller, ports),
    },
  };
}

async function run(
  { targetMessage: message, channel, guild }: MessageContextMenuCommandInteraction,
  caller: Caller,
  ports: CollectPorts,
): Promise<MessageReply> {
  // Mentions can be put into words only where the channel is known.
  const content = channel === null ? message.content : message.cleanContent;
  const links = linksOf(message.content);
  const files = [...message.attachments.values()];
  const text = messageInput(
    {
      content,
      author: message.member?.displayName ?? message.author.displayName,
      publisher: guild?.name ?? null,
      sentAt: message.createdAt,
      url: message.url,
    },
    links.length + files.length > 0,
  );
  const { inputs, failures } = await collect(files, links, caller, ports);
  const all = text === null ? inputs : [text, ...inputs];
  if (all.length === 0 && failures.length === 0) {
    throw new WordedError(ingestTexts[caller.language].failures.noArticleInMessage);
  }
  return prepareIngest({ inputs: all, failures }, caller);
}
