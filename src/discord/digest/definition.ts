import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { CHOICE_LENGTH } from '../limits.ts';
import { textOption } from '../text-option.ts';
import { digestTexts, type DigestName, type DigestTexts } from '../texts/digest/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, localizations, type Language } from '../texts/language.ts';
import { naming } from '../texts/naming.ts';
import { weekdayName } from '../texts/calendar-names.ts';
import { daysCode, WEEKDAYS } from './days.ts';
import { DIGEST_EDITOR } from './editor.ts';

const TIME_LENGTH = 20;
const SECTIONS_LENGTH = 1_000;
/** About as much as the model reads: a sentence or two. */
const TOPIC_LENGTH = 300;

/** Where a message can be posted every day. */
const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.AnnouncementThread,
] as const;

export const DIGEST_DEFINITION: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  ...named('digest'),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(DIGEST_EDITOR),
  options: [
    subcommand('schedule', [
      {
        type: ApplicationCommandOptionType.Channel,
        ...named('channel'),
        channel_types: [...CHANNEL_TYPES],
        required: true,
      },
      { ...textOption(named('time'), TIME_LENGTH), required: true },
      { ...textOption(named('timezone'), CHOICE_LENGTH), required: true, autocomplete: true },
      choiceOption('days', [
        choice('every', ({ choices }) => choices.everyDay),
        choice('weekdays', ({ choices }) => choices.weekdays),
        ...WEEKDAYS.map((weekday) =>
          choice(daysCode(weekday), (_, language) => weekdayName(language, weekday)),
        ),
      ]),
      { ...textOption(named('section'), SECTIONS_LENGTH), autocomplete: true },
      textOption(named('topic'), TOPIC_LENGTH),
      choiceOption('style', [
        choice('compact', ({ choices }) => choices.style.compact),
        choice('full', ({ choices }) => choices.style.full),
      ]),
      choiceOption('whenEmpty', [
        choice('skip', ({ choices }) => choices.whenEmpty.skip),
        choice('say', ({ choices }) => choices.whenEmpty.say),
      ]),
      { type: ApplicationCommandOptionType.Role, ...named('role') },
      choiceOption('catchUp', [
        choice('late', ({ choices }) => choices.catchUp.late),
        choice('merge', ({ choices }) => choices.catchUp.merge),
        choice('skip', ({ choices }) => choices.catchUp.skip),
      ]),
      { type: ApplicationCommandOptionType.Boolean, ...named('publish') },
      choiceOption(
        'language',
        LANGUAGES.map((language) => ({ name: LANGUAGE_NAMES[language], value: language })),
      ),
    ]),
    subcommand('list'),
    subcommand('preview', [whichOption()]),
    subcommand('now', [whichOption()]),
    subcommand('pause', [whichOption()]),
    subcommand('resume', [whichOption()]),
    subcommand('remove', [whichOption()]),
  ],
};

function subcommand(
  name: DigestName,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...named(name), options };
}

function whichOption(): APIApplicationCommandBasicOption {
  return { ...textOption(named('which'), CHOICE_LENGTH), autocomplete: true };
}

type TextChoice = APIApplicationCommandOptionChoice<string>;

function choiceOption(name: DigestName, choices: TextChoice[]): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.String, ...named(name), choices };
}

function choice(
  value: string,
  name: (texts: DigestTexts, language: Language) => string,
): TextChoice {
  const inLanguage = (language: Language): string =>
    capitalised(name(digestTexts[language], language), language);
  return {
    name: inLanguage('en'),
    name_localizations: localizations({
      en: inLanguage('en'),
      de: inLanguage('de'),
      fr: inLanguage('fr'),
      es: inLanguage('es'),
    }),
    value,
  };
}

/** Weekdays are written small within a French or Spanish sentence, but not at the beginning of a choice. */
function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function named(name: DigestName) {
  return naming(digestTexts, ({ names }) => names[name]);
}
