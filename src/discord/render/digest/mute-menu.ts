import { ComponentType, type APIStringSelectComponent } from 'discord.js';
import type { DigestSchedule } from '../../../digest/schedule.ts';
import { container, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { CHOICE_LENGTH, CHOICES } from '../../limits.ts';
import { displayLine, small } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { digestTexts } from '../../texts/digest/index.ts';
import type { Language } from '../../texts/language.ts';
import { pageButtons } from '../archive/page-buttons.ts';
import { COMMAND_ACTIONS } from './command-actions.ts';
import { digestHeading, sectionWords } from './digest-facts.ts';

/** One that can be muted. */
export interface SectionChoice {
  readonly section: string;
  /** Stands for it in the select: sections may be longer than a value. */
  readonly key: string;
  readonly muted: boolean;
}

export interface MuteMenu {
  readonly schedule: DigestSchedule;
  /** Of the post that offers them. */
  readonly runId: string;
  /** Of all pages, in order. */
  readonly choices: readonly SectionChoice[];
  readonly page: number;
  readonly language: Language;
}

const MUTED_ROOM = 1_000;

/** The sections of a digest to choose from, those that are muted chosen already, and what is muted now. */
export function renderMuteMenu(menu: MuteMenu): MessageReply {
  const { schedule, runId, choices, page, language } = menu;
  const { mute } = digestTexts[language];
  const { mutedSections } = schedule;
  const pages = Math.ceil(choices.length / CHOICES);
  const id = (action: string, to: number): string => customId(action, schedule.id, runId, to);
  const now =
    mutedSections.length === 0
      ? mute.none
      : mute.now(sectionWords(mutedSections, language, MUTED_ROOM));
  const facts = [
    digestHeading(schedule, language),
    small(mute.explain),
    ...(pages > 1 ? [small(mute.page(page + 1, pages))] : []),
  ];
  return {
    components: [
      container([
        text(`### ${mute.title}\n${facts.join('\n')}`),
        row(selectOf(menu, id(COMMAND_ACTIONS.muted, page))),
        text(now),
        ...pageButtons({ offset: page * CHOICES, pageSize: CHOICES, total: choices.length }, (at) =>
          id(COMMAND_ACTIONS.mutePage, at / CHOICES),
        ),
      ]),
    ],
  };
}

/** Those of one page. */
export function choicesOfPage(
  choices: readonly SectionChoice[],
  page: number,
): readonly SectionChoice[] {
  return choices.slice(page * CHOICES, (page + 1) * CHOICES);
}

function selectOf({ choices, page, language }: MuteMenu, id: string): APIStringSelectComponent {
  const offered = choicesOfPage(choices, page);
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: digestTexts[language].mute.placeholder,
    min_values: 0,
    max_values: offered.length,
    options: offered.map(({ section, key, muted }) => ({
      label: displayLine(section, CHOICE_LENGTH) || key,
      value: key,
      default: muted,
    })),
  };
}
