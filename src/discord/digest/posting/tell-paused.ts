import { MessageFlags, type Client } from 'discord.js';
import type { DigestSchedule } from '../../../digest/schedule.ts';
import type { Log } from '../../../log.ts';
import { container, text } from '../../components.ts';
import { guildChannel } from '../../guild-channel.ts';
import { small } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { DIGEST_COLOURS } from '../../render/digest/colours.ts';
import { digestPostTexts, problemText } from '../../texts/digest-post/index.ts';
import { languageOf } from '../../texts/language.ts';

export interface TellPausedPorts {
  readonly client: Client<true>;
  readonly mention: (command: string) => string;
  readonly log: Log;
}

/** See `DigestPoster.tellPaused`. */
export async function tellPaused(
  { client, mention, log }: TellPausedPorts,
  schedule: DigestSchedule,
): Promise<void> {
  const { id: digest, guildId } = schedule;
  const facts = { digest, guild: guildId };
  try {
    const guild = client.guilds.cache.get(guildId);
    const channel = guild === undefined ? null : guildChannel(guild, await guild.members.fetchMe());
    if (channel === null) {
      log.info(facts, 'a digest was paused, and there is no channel to say it in');
      return;
    }
    const { components } = renderPaused(schedule, mention);
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components,
      allowedMentions: { parse: [] },
      nonce: `paused-${digest}`,
      enforceNonce: true,
    });
  } catch (error) {
    log.warn({ err: error, ...facts }, 'it could not be said that a digest was paused');
  }
}

function renderPaused(
  { channelId, createdBy, language: tag, pause }: DigestSchedule,
  mention: (command: string) => string,
): MessageReply {
  const language = languageOf(tag);
  const { paused } = digestPostTexts[language];
  const lines = [
    `### ⏸️ ${paused.title}`,
    paused.explain(`<#${channelId}>`, `<@${createdBy}>`),
    ...(pause?.problem ? [problemText(pause.problem, language)] : []),
    small(paused.goOn(mention)),
  ];
  return { components: [container([text(lines.join('\n'))], DIGEST_COLOURS.trouble)] };
}
