import type { PageOptions } from '../page-options.ts';
import type { GuildView, PersonView, TimeView } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import type { GuildState } from '../world/state.ts';
import { channelViews } from './channel-views.ts';
import { playedPeople } from './people.ts';

/** Everything around the messages, as the person sees it. */
export function guildView(
  parts: Parts,
  options: PageOptions,
  guild: GuildState,
  personId: string,
): GuildView {
  const commands = parts.commands.visibleIn(guild.id);
  const channels = channelViews(parts, guild, personId, commands);
  const usable = new Set(channels.flatMap(({ commandIds }) => commandIds));
  return {
    guild: { id: guild.id, name: guild.name },
    bot: { id: parts.state.bot.id, name: 'Archivist', online: parts.gateway.isConnected },
    people: playedPeople(guild, options).map((id) => personView(guild, id)),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
    channels,
    commands: commands.filter(({ id }) => usable.has(id)),
    time: timeView(parts, options),
    welcome: options.welcome,
  };
}

/**
 * The same for views that show the same: the present moment is none of it, and of a command its version says whether it
 * has changed.
 */
export function identityOf(view: GuildView): string {
  const { commands, time } = view;
  const versions = commands.map(({ id, version }) => [id, version]);
  return JSON.stringify({
    ...view,
    commands: versions,
    time: { ...time, now: null },
    welcome: null,
  });
}

function personView(guild: GuildState, id: string): PersonView {
  const member = guild.members.get(id);
  const roles = member?.roles ?? [];
  return {
    id,
    name: member?.user.global_name ?? '',
    roles: roles.flatMap((role) => guild.roles.get(role)?.name ?? []),
  };
}

function timeView({ clock }: Parts, { time }: PageOptions): TimeView {
  const next = time.next();
  return {
    now: clock.now().toISOString(),
    aheadMs: time.aheadMs(),
    next: next === null ? null : { label: next.label, at: next.at.toISOString() },
  };
}
