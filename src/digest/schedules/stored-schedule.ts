import { z } from 'zod';
import type { StoredDigest } from '../../archive/database/digest-store.ts';
import type { DigestPause, DigestSchedule, DigestSettings, PostProblem } from '../schedule.ts';

/** Fields may be added with a default; those that are there never change their meaning. */
const settings = z.object({
  channelId: z.string(),
  time: z.string(),
  zone: z.string(),
  days: z.union([z.enum(['every', 'weekdays']), z.literal([1, 2, 3, 4, 5, 6, 7])]),
  sections: z.array(z.string()),
  topic: z.string().nullable(),
  style: z.enum(['compact', 'full']),
  whenEmpty: z.enum(['skip', 'say']),
  catchUp: z.enum(['late', 'merge', 'skip']),
  mentionRole: z.string().nullable(),
  publish: z.boolean(),
  language: z.string(),
});

const problem = z.object({
  kind: z.enum(['channel-gone', 'no-access', 'missing-permission', 'channel-closed', 'discord']),
  permissions: z.array(z.string()),
});

const pause = z.object({
  at: z.string(),
  reason: z.enum(['asked', 'failed']),
  problem: problem.nullable(),
});

const sections = z.array(z.string());

export function scheduleOf(stored: StoredDigest): DigestSchedule {
  const { id, createdBy, createdAt, activeFrom, seenKey } = stored;
  return {
    ...settings.parse(JSON.parse(stored.settings)),
    id,
    guildId: stored.guild,
    createdBy,
    createdAt,
    activeFrom,
    seenKey,
    mutedSections: decodeSections(stored.mutedSections),
    pause: stored.pause === null ? null : pause.parse(JSON.parse(stored.pause)),
  };
}

/** What is kept of a schedule; fields that do not belong to it are left out. */
export function storedDigest(schedule: DigestSchedule): Omit<StoredDigest, 'key'> {
  const { id, guildId, createdBy, createdAt, activeFrom, seenKey } = schedule;
  return {
    id,
    guild: guildId,
    settings: JSON.stringify(settings.parse(schedule) satisfies DigestSettings),
    createdBy,
    createdAt,
    activeFrom,
    seenKey,
    mutedSections: encodeSections(schedule.mutedSections),
    pause: schedule.pause === null ? null : encodePause(schedule.pause),
  };
}

export function encodePause(given: DigestPause): string {
  return JSON.stringify(given);
}

export function encodeProblem(given: PostProblem): string {
  return JSON.stringify(given);
}

export function decodeProblem(stored: string): PostProblem {
  return problem.parse(JSON.parse(stored));
}

export function encodeSections(given: readonly string[]): string {
  return JSON.stringify(given);
}

export function decodeSections(stored: string): readonly string[] {
  return sections.parse(JSON.parse(stored));
}
