import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type ChatInputCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { PrepareOptions } from '../src/guild/guild-archive.ts';
import { sectionChoices } from '../src/discord/archive/choices.ts';
import { MODERATOR } from '../src/discord/archive/moderator.ts';
import type { Caller, Feature, Reply } from '../src/discord/command.ts';
import { collect, type CollectPorts } from '../src/discord/ingest/collect.ts';
import { ingestModals } from '../src/discord/ingest/modals.ts';
import { pendingControls } from '../src/discord/ingest/pending-controls.ts';
import { prepareIngest } from '../src/discord/ingest/prepare.ts';
import { readTypedDate } from '../src/discord/ingest/typed-date.ts';
import { literalLine } from '../src/discord/markdown/literal.ts';
import { ingestTextModal } from '../src/discord/render/ingest/modal.ts';
import { ingestTexts } from '../src/discord/texts/ingest/index.ts';
import type { IngestTexts } from '../src/discord/texts/ingest/ingest-texts.ts';
import { naming } from '../src/discord/texts/naming.ts';
import { WordedError } from '../src/discord/worded-error.ts';

const FILES = 10;
const URLS = 3;

/** `/ingest text`, `file` and `url`: moderators bring articles, look at them, and add them. */
export function createIngestFeature(ports: CollectPorts): Feature {
  return {
    command: {
      kind: 'slash',
      definition,
      permissionFor: () => MODERATOR,
      isPrivate: () => true,
      opensModal: ({ options }) => options.getSubcommand() === 'text',
      run: (interaction, caller) => run(interaction, caller, ports),
      autocomplete: async ({ options }, caller) =>
        sectionChoices(await caller.archive(), options.getFocused()),
    },
    components: pendingControls,
    modals: ingestModals(ports),
  };
}

async function run(
  interaction: ChatInputCommandInteraction,
  caller: Caller,
  ports: CollectPorts,
): Promise<Reply> {
  const { options } = interaction;
  if (options.getSubcommand() === 'text') return ingestTextModal(caller.language);
  const defaults = readDefaults(interaction, caller, ports);
  const files = optionNames('file', FILES).flatMap((name) => options.getAttachment(name) ?? []);
  const urls = optionNames('url', URLS).flatMap((name) => options.getString(name) ?? []);
  return prepareIngest(await collect(files, [...new Set(urls)], caller, ports), caller, defaults);
}

/** @throws {UserError} when the date is none. */
function readDefaults(
  { options }: ChatInputCommandInteraction,
  { language }: Caller,
  { clock }: CollectPorts,
): Defaults {
  const typed = (name: string): string => options.getString(name)?.trim() ?? '';
  const date = typed('date');
  const publishedAt = date === '' ? '' : readTypedDate(date, language, clock.now());
  if (publishedAt === null) {
    throw new WordedError(ingestTexts[language].failures.optionDate(literalLine(date)));
  }
  const defaults = { section: typed('section'), publishedAt, source: typed('source') };
  return Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== ''));
}

type Defaults = NonNullable<PrepareOptions['defaults']>;

/** `file`, `file2` … */
function optionNames(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => numbered(name, index));
}

function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}${index + 1}`;
}

type NumberedOption = 'fileOption' | 'urlOption';
type NumberedType = ApplicationCommandOptionType.Attachment | ApplicationCommandOptionType.String;

function numberedOptions<T extends NumberedType>(option: NumberedOption, count: number, type: T) {
  return Array.from({ length: count }, (_, index) => ({
    type,
    required: index === 0,
    ...naming(ingestTexts, ({ command }) => ({
      name: numbered(command[option].name, index),
      description: index === 0 ? command[option].first : command[option].further,
    })),
  }));
}

function stringOption(
  name: 'section' | 'date' | 'source',
  maximum: number,
): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...naming(ingestTexts, ({ command }) => command[name]),
    max_length: maximum,
    ...(name === 'section' ? { autocomplete: true } : {}),
  };
}

function subcommand(
  name: 'text' | 'file' | 'url',
  options: readonly APIApplicationCommandBasicOption[],
) {
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    ...naming(ingestTexts, ({ command }: IngestTexts) => command[name]),
    options: [...options],
  };
}

const defaultOptions = [
  stringOption('section', 100),
  stringOption('date', 60),
  stringOption('source', 200),
];

const definition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  type: ApplicationCommandType.ChatInput,
  ...naming(ingestTexts, ({ command }) => command.ingest),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(MODERATOR),
  options: [
    subcommand('text', []),
    subcommand('file', [
      ...numberedOptions('fileOption', FILES, ApplicationCommandOptionType.Attachment),
      ...defaultOptions,
    ]),
    subcommand('url', [
      ...numberedOptions('urlOption', URLS, ApplicationCommandOptionType.String),
      ...defaultOptions,
    ]),
  ],
};
