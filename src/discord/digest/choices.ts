import type { Guild } from 'discord.js';
import { findZones } from '../../digest/calendar/zones.ts';
import type { GuildArchive } from '../../guild/guild-archive.ts';
import type { Choice } from '../command.ts';
import { CHOICES, CHOICE_LENGTH } from '../limits.ts';
import { displayLine } from '../markdown/literal.ts';
import { plainDigestLine } from '../render/digest/digest-facts.ts';
import type { Language } from '../texts/language.ts';
import { completeSections } from './section-names.ts';

/** What knows the names of channels; null where the guild is not known yet. */
export type ChannelNames = Pick<Guild, 'channels'> | null;

export interface DigestChoices {
  readonly archive: GuildArchive;
  readonly guild: ChannelNames;
  readonly language: Language;
}

/** The guild's digests whose line contains what is typed so far; the choice's value is the id. */
export function digestChoices(
  { archive, guild, language }: DigestChoices,
  typed: string,
): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return archive.digests
    .list()
    .map(({ schedule }) => {
      const channel = guild?.channels.cache.get(schedule.channelId)?.name ?? null;
      return { name: plainDigestLine(schedule, channel, language), value: schedule.id };
    })
    .filter(({ name, value }) => value === wanted || name.toLowerCase().includes(wanted))
    .slice(0, CHOICES);
}

/** Sections for a text of several: the last one is completed. Texts too long for a choice cannot be offered. */
export function sectionListChoices(archive: GuildArchive, typed: string): readonly Choice[] {
  const known = archive.sections().map(({ section }) => section);
  return completeSections(typed, known)
    .map((value) => ({ name: displayLine(value), value }))
    .filter(
      ({ name, value }) => name !== '' && Math.max(name.length, value.length) <= CHOICE_LENGTH,
    )
    .slice(0, CHOICES);
}

/** Time zones by their names, cities and countries, with the time there. */
export function zoneChoices(typed: string, now: Date): readonly Choice[] {
  return findZones(typed, CHOICES, now).map(({ zone, label }) => ({ name: label, value: zone }));
}
