import {
  ApplicationCommandType,
  type ApplicationCommandOptionType,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

/** A command as it is written for registering. Discord gives it back with more fields, which do not count. */
export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** Where commands are registered: in one guild, or (null) globally. */
export type Scope = string | null;

export type Normal = Readonly<Record<string, unknown>>;

/**
 * What makes a command the command it is, in one form whether it was written or read back: without what Discord adds,
 * with what it fills in, lists without an order sorted. Of a guild's command Discord ignores where it may be used.
 */
export function normalise(command: Definition, scope: Scope): Normal {
  return {
    ...words(command),
    type: commandType(command),
    permissions: permissionsText(command.default_member_permissions),
    nsfw: command.nsfw ?? false,
    options: 'options' in command ? (command.options ?? []).map(normalOption) : [],
    ...(scope === null
      ? { contexts: sorted(command.contexts), installed: sorted(command.integration_types) }
      : {}),
  };
}

export function commandType({ type }: Definition): ApplicationCommandType {
  return type ?? ApplicationCommandType.ChatInput;
}

interface Worded {
  readonly name: string;
  readonly name_localizations?: Texts | null | undefined;
  readonly description?: string | undefined;
  readonly description_localizations?: Texts | null | undefined;
}

type Texts = Readonly<Record<string, string | null | undefined>>;

function words(worded: Worded): Normal {
  return {
    name: worded.name.trim(),
    names: texts(worded.name_localizations),
    description: worded.description?.trim() ?? '',
    descriptions: texts(worded.description_localizations),
  };
}

function texts(localised: Texts | null | undefined): Normal {
  return Object.fromEntries(
    Object.entries(localised ?? {}).flatMap(([locale, text]) =>
      typeof text === 'string' ? [[locale, text.trim()]] : [],
    ),
  );
}

function permissionsText(bits: string | null | undefined): string | null {
  return bits === null || bits === undefined ? null : BigInt(bits).toString();
}

/** Null where nothing is said: Discord then takes what the application is set to. */
function sorted(values: readonly number[] | null | undefined): readonly number[] | null {
  return values === null || values === undefined ? null : [...values].sort((a, b) => a - b);
}

/** What only some kinds of option have. */
interface OptionExtras {
  readonly type: ApplicationCommandOptionType;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly APIApplicationCommandOptionChoice[] | undefined;
  readonly channel_types?: readonly number[] | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

function normalOption(option: APIApplicationCommandOption): Normal {
  const extras: OptionExtras = option;
  return {
    ...words(option),
    type: option.type,
    required: extras.required ?? false,
    autocomplete: extras.autocomplete ?? false,
    choices: (extras.choices ?? []).map((choice) => ({ ...words(choice), value: choice.value })),
    channelTypes: sorted(extras.channel_types),
    values: [extras.min_value ?? null, extras.max_value ?? null],
    lengths: [extras.min_length ?? null, extras.max_length ?? null],
    options: (extras.options ?? []).map(normalOption),
  };
}
