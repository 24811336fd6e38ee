import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';

/** Something that can be sent: a command, or one subcommand of it. */
export interface CommandEntry {
  /** As it is typed behind the slash: `ask`, `archive list`. */
  readonly name: string;
  readonly description: string;
  /** Required ones first. */
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** The slash commands among `commands` whose ids are allowed, subcommands one by one, in their order. */
export function listCommands(
  commands: readonly APIApplicationCommand[],
  allowedIds: readonly string[],
): CommandEntry[] {
  return commands
    .filter(({ id, type }) => type === ApplicationCommandType.ChatInput && allowedIds.includes(id))
    .flatMap(({ name, description, options }) => entriesOf(name, description, options ?? []));
}

function entriesOf(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): CommandEntry[] {
  const nested = options.filter(isNested);
  if (nested.length === 0) {
    return [{ name, description, options: options.filter((option) => !isNested(option)) }];
  }
  return nested.flatMap((inner) =>
    entriesOf(`${name} ${inner.name}`, inner.description, inner.options ?? []),
  );
}

type Nested = Extract<
  APIApplicationCommandOption,
  { type: Type.Subcommand | Type.SubcommandGroup }
>;

function isNested(option: APIApplicationCommandOption): option is Nested {
  return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}

/**
 * Entries that fit what is typed behind the slash: those whose name begins with it, then those whose name contains it, then
 * those whose description does; in each of these in the given order.
 */
export function matchCommands(entries: readonly CommandEntry[], typed: string): CommandEntry[] {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

const NO_MATCH = 3;

function rankOf({ name, description }: CommandEntry, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  return description.toLowerCase().includes(wanted) ? 2 : NO_MATCH;
}
