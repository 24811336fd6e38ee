import { createHash } from 'node:crypto';
import type { MessageComponentInteraction } from 'discord.js';
import type { DigestSchedule } from '../../digest/schedule.ts';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { CHOICES } from '../limits.ts';
import { pageNumber } from '../page-number.ts';
import { DIGEST_ACTIONS } from '../render/digest/actions.ts';
import { COMMAND_ACTIONS } from '../render/digest/command-actions.ts';
import { choicesOfPage, renderMuteMenu, type SectionChoice } from '../render/digest/mute-menu.ts';
import { digestTexts } from '../texts/digest/index.ts';
import { WordedError } from '../worded-error.ts';
import { DIGEST_EDITOR } from './editor.ts';
import { editorsOwnMessageHandler } from './own-message.ts';
import { sectionKey } from './section-names.ts';

/** Mute section under a digest, the select it opens, and its pages. */
export const muteComponents: readonly ComponentHandler[] = [
  {
    action: DIGEST_ACTIONS.mute,
    place: 'private',
    permission: DIGEST_EDITOR,
    run: (_, [digestId = '', runId = ''], caller) => showMenu({ digestId, runId, page: 0 }, caller),
  },
  editorsOwnMessageHandler(COMMAND_ACTIONS.mutePage, (_, args, caller) =>
    showMenu(placeOf(args), caller),
  ),
  editorsOwnMessageHandler(COMMAND_ACTIONS.muted, (interaction, args, caller) =>
    mute(interaction, placeOf(args), caller),
  ),
];

interface MenuPlace {
  readonly digestId: string;
  /** Of the post. */
  readonly runId: string;
  readonly page: number;
}

function placeOf([digestId = '', runId = '', page]: readonly string[]): MenuPlace {
  return { digestId, runId, page: pageNumber(page) };
}

async function showMenu(place: MenuPlace, caller: Caller): Promise<MessageReply> {
  const { schedule, sections } = await findSections(place, caller);
  return menuOf(schedule, sections, place, caller);
}

async function mute(
  interaction: MessageComponentInteraction,
  place: MenuPlace,
  caller: Caller,
): Promise<MessageReply> {
  const { schedule, sections } = await findSections(place, caller);
  // A made-up click chooses nothing, which is not the same as choosing none.
  if (!interaction.isStringSelectMenu()) return menuOf(schedule, sections, place, caller);
  const offered = choicesOfPage(choicesOf(schedule, sections), place.page);
  const muted = mutedAfter(schedule.mutedSections, offered, interaction.values);
  const { digests } = await caller.archive();
  const changed = digests.mute(schedule.id, muted);
  return menuOf(changed.schedule, sections, place, caller);
}

/** Muted sections once those `offered` were chosen from; keys that were not offered count for nothing. */
export function mutedAfter(
  muted: readonly string[],
  offered: readonly SectionChoice[],
  chosen: readonly string[],
): string[] {
  const offeredKeys = new Set(offered.map(({ key }) => key));
  return [
    ...muted.filter((section) => !offeredKeys.has(shortKey(section))),
    ...offered.filter(({ key }) => chosen.includes(key)).map(({ section }) => section),
  ];
}

interface Found {
  readonly schedule: DigestSchedule;
  /** Those of the post, or of the whole archive where the post is kept no longer; then those that are muted. */
  readonly sections: readonly string[];
}

/** @throws {UserError} when the digest is not scheduled any more, or has nothing to mute. */
async function findSections({ digestId, runId }: MenuPlace, caller: Caller): Promise<Found> {
  const archive = await caller.archive();
  const { mute: texts } = digestTexts[caller.language];
  const view = archive.digests.get(digestId);
  if (view === null) throw new WordedError(texts.gone);
  const posted = archive.digests.posted(runId);
  const offered =
    posted?.digestId === digestId
      ? posted.sections
      : archive.sections().map(({ section }) => section);
  const sections = [...offered, ...view.schedule.mutedSections];
  if (sections.length === 0) throw new WordedError(texts.noSections);
  return { schedule: view.schedule, sections };
}

/** Each section once, in order. */
export function choicesOf(
  { mutedSections }: Pick<DigestSchedule, 'mutedSections'>,
  sections: readonly string[],
): readonly SectionChoice[] {
  const muted = new Set(mutedSections.map(shortKey));
  const byKey = new Map(sections.toReversed().map((section) => [shortKey(section), section]));
  const keys = new Set(sections.map(shortKey));
  return [...keys].map((key) => ({ key, section: byKey.get(key) ?? '', muted: muted.has(key) }));
}

function menuOf(
  schedule: DigestSchedule,
  sections: readonly string[],
  { runId, page }: MenuPlace,
  { language }: Caller,
): MessageReply {
  const choices = choicesOf(schedule, sections);
  const last = Math.max(0, Math.ceil(choices.length / CHOICES) - 1);
  return renderMuteMenu({ schedule, runId, choices, page: Math.min(page, last), language });
}

const KEY_LENGTH = 12;

/** Stands for a section in a select, whose values are short. */
function shortKey(section: string): string {
  return createHash('sha256').update(sectionKey(section)).digest('hex').slice(0, KEY_LENGTH);
}
