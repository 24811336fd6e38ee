import {
  ChannelType,
  ComponentType,
  type APISelectMenuComponent,
  type APISelectMenuOption,
} from 'discord-api-types/v10';
import type { ChannelView, GuildView } from '../../page-protocol.ts';
import type { SelectChoice } from './select-choice.ts';

/** What a select offers: its own options, or the people, roles or channels of the guild. */
export function selectChoices(
  select: APISelectMenuComponent,
  guild: GuildView | null,
): readonly SelectChoice[] {
  switch (select.type) {
    case ComponentType.StringSelect:
      return select.options.map(optionChoice);
    case ComponentType.UserSelect:
      return people(guild);
    case ComponentType.RoleSelect:
      return roles(guild);
    case ComponentType.MentionableSelect:
      return [...people(guild), ...roles(guild)];
    case ComponentType.ChannelSelect:
      return channels(guild, select.channel_types);
  }
}

/** Values that are chosen when the select appears. */
export function presetValues(select: APISelectMenuComponent): readonly string[] {
  if (select.type === ComponentType.StringSelect) {
    return select.options.filter((option) => option.default).map(({ value }) => value);
  }
  return (select.default_values ?? []).map(({ id }) => id);
}

function optionChoice({ value, label, description, emoji }: APISelectMenuOption): SelectChoice {
  return {
    value,
    label,
    ...(description === undefined ? {} : { description }),
    // An emoji of a server has an id, and a picture that is not here.
    ...(emoji?.name === undefined || emoji.id !== undefined ? {} : { emoji: emoji.name }),
  };
}

function people(guild: GuildView | null): readonly SelectChoice[] {
  if (guild === null) return [];
  return [guild.bot, ...guild.people].map(({ id, name }) => ({ value: id, label: name }));
}

function roles(guild: GuildView | null): readonly SelectChoice[] {
  return (guild?.roles ?? []).map(({ id, name }) => ({ value: id, label: `@${name}` }));
}

const KINDS: Readonly<Record<ChannelView['kind'], readonly ChannelType[]>> = {
  text: [ChannelType.GuildText],
  announcement: [ChannelType.GuildAnnouncement],
  forum: [ChannelType.GuildForum],
  thread: [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
};

/** @param types those it is narrowed to; without any, Discord offers all but threads. */
function channels(
  guild: GuildView | null,
  types: readonly ChannelType[] = [...KINDS.text, ...KINDS.announcement, ...KINDS.forum],
): readonly SelectChoice[] {
  return (guild?.channels ?? [])
    .filter(({ kind }) => KINDS[kind].some((type) => types.includes(type)))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
}
