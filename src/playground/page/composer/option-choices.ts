import {
  ApplicationCommandOptionType as Type,
  ChannelType,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import type { ChannelView, ChoiceView, GuildView } from '../../page-protocol.ts';

export type Places = Pick<GuildView, 'channels' | 'people' | 'roles' | 'bot'>;

const YES_OR_NO: readonly ChoiceView[] = [
  { name: 'True', value: 'true' },
  { name: 'False', value: 'false' },
];

/** All that can be chosen for the option; null where anything may be typed. */
export function choicesFor(
  option: APIApplicationCommandBasicOption,
  places: Places,
): readonly ChoiceView[] | null {
  if ('choices' in option && option.choices.length > 0) {
    return option.choices;
  }
  if (option.type === Type.Channel) return channelChoices(places, option.channel_types);
  return OFFERS.get(option.type)?.(places) ?? null;
}

const OFFERS = new Map<Type, (places: Places) => readonly ChoiceView[]>([
  [Type.Boolean, () => YES_OR_NO],
  [Type.User, userChoices],
  [Type.Role, roleChoices],
  [Type.Mentionable, (places) => [...userChoices(places), ...roleChoices(places)]],
]);

const CHANNEL_TYPES: Readonly<Record<ChannelView['kind'], readonly ChannelType[]>> = {
  text: [ChannelType.GuildText],
  announcement: [ChannelType.GuildAnnouncement],
  forum: [ChannelType.GuildForum],
  thread: [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
};

function channelChoices(
  { channels }: Places,
  types: readonly ChannelType[] | undefined,
): ChoiceView[] {
  return channels
    .filter(({ kind }) => types?.some((type) => CHANNEL_TYPES[kind].includes(type)) ?? true)
    .map(({ id, name }) => ({ name: `#${name}`, value: id }));
}

function userChoices({ people, bot }: Places): ChoiceView[] {
  return [...people, bot].map(({ id, name }) => ({ name: `@${name}`, value: id }));
}

function roleChoices({ roles }: Places): ChoiceView[] {
  return roles.map(({ id, name }) => ({
    name: name.startsWith('@') ? name : `@${name}`,
    value: id,
  }));
}

/** The choices that fit the text: those that begin with it first, with or without their sign. */
export function matchChoices(choices: readonly ChoiceView[], text: string): readonly ChoiceView[] {
  const wanted = bare(text);
  const fitting = choices.filter(({ name }) => bare(name).includes(wanted));
  return [
    ...fitting.filter(({ name }) => bare(name).startsWith(wanted)),
    ...fitting.filter(({ name }) => !bare(name).startsWith(wanted)),
  ];
}

/** The one choice that the text names in full. */
export function namedChoice(choices: readonly ChoiceView[], text: string): ChoiceView | null {
  const named = choices.filter(({ name }) => bare(name) === bare(text));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function bare(text: string): string {
  return text.trim().toLowerCase().replace(/^[#@]/, '');
}
