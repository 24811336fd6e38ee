import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { CHOICE_LENGTH } from '../limits.ts';
import { textOption } from '../text-option.ts';
import { askTexts, type AskTexts } from '../texts/ask/index.ts';
import { QUESTION_LENGTH } from '../texts/errors/index.ts';
import { localizations } from '../texts/language.ts';
import { naming } from '../texts/naming.ts';

const DATE_LENGTH = 60;

/** For everybody, in servers. */
const AUDIENCE = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: null,
};

export const ASK_DEFINITION: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  ...named('ask'),
  ...AUDIENCE,
  options: [
    { ...textOption(named('question'), QUESTION_LENGTH), required: true },
    textOption(named('after'), DATE_LENGTH),
    textOption(named('before'), DATE_LENGTH),
    { ...textOption(named('section'), CHOICE_LENGTH), autocomplete: true },
    { type: ApplicationCommandOptionType.Boolean, ...named('private') },
  ],
};

export const ASK_MESSAGE_DEFINITION: RESTPostAPIContextMenuApplicationCommandsJSONBody = {
  type: ApplicationCommandType.Message,
  name: askTexts.en.names.askMessage,
  name_localizations: localizations({
    en: askTexts.en.names.askMessage,
    de: askTexts.de.names.askMessage,
    fr: askTexts.fr.names.askMessage,
    es: askTexts.es.names.askMessage,
  }),
  ...AUDIENCE,
};

type Name = Exclude<keyof AskTexts['names'], 'askMessage'>;

function named(name: Name) {
  return naming(askTexts, ({ names }) => names[name]);
}
