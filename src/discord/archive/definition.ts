import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandStringOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { CHOICE_LENGTH } from '../limits.ts';
import { textOption } from '../text-option.ts';
import { archiveTexts, type ArchiveTexts } from '../texts/archive/index.ts';
import { naming } from '../texts/naming.ts';

type Name = keyof ArchiveTexts['names'];

const DATE_LENGTH = 60;

/** Open to everybody, since three of its subcommands are; the others are guarded by `permissionFor`. */
export const ARCHIVE_DEFINITION: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  ...named('archive'),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: null,
  options: [
    subcommand('stats'),
    subcommand('list', [
      { ...textOption(named('listSection'), CHOICE_LENGTH), autocomplete: true },
      textOption(named('listAfter'), DATE_LENGTH),
      textOption(named('listBefore'), DATE_LENGTH),
    ]),
    subcommand('show', [articleOption('showArticle')]),
    subcommand('remove', [articleOption('removeArticle')]),
    subcommand('export'),
    subcommand('gaps'),
  ],
};

function subcommand(
  name: Name,
  options: APIApplicationCommandStringOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, ...named(name), options };
}

function articleOption(name: Name): APIApplicationCommandStringOption {
  return { ...textOption(named(name), CHOICE_LENGTH), required: true, autocomplete: true };
}

function named(name: Name) {
  return naming(archiveTexts, ({ names }) => names[name]);
}
