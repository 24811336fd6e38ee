import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Snowflakes } from './snowflake.ts';

/** Registered commands: those of all guilds and those of one. */
export class CommandStore {
  readonly #ids: Snowflakes;
  readonly #applicationId: string;
  /** By guild; the global ones under ''. */
  readonly #scopes = new Map<string, Map<string, APIApplicationCommand>>();

  constructor(ids: Snowflakes, applicationId: string) {
    this.#ids = ids;
    this.#applicationId = applicationId;
  }

  /** Of every scope that has any; null for the global ones. */
  all(): { readonly guildId: string | null; readonly list: readonly APIApplicationCommand[] }[] {
    return [...this.#scopes]
      .filter(([, commands]) => commands.size > 0)
      .map(([key, commands]) => ({
        guildId: key === '' ? null : key,
        list: [...commands.values()],
      }));
  }

  /** Puts commands back as they were registered in an earlier run, under their ids. */
  restore(guildId: string | null, list: readonly APIApplicationCommand[]): void {
    for (const command of list) this.#scope(guildId).set(command.id, command);
  }

  /** @param guildId null for global commands. */
  list(guildId: string | null): APIApplicationCommand[] {
    return [...this.#scope(guildId).values()];
  }

  get(guildId: string | null, id: string): APIApplicationCommand | undefined {
    return this.#scope(guildId).get(id);
  }

  /** Adds the command, or overwrites the one of the same name and type, which keeps its id. */
  put(
    guildId: string | null,
    body: RESTPostAPIApplicationCommandsJSONBody,
  ): {
    readonly command: APIApplicationCommand;
    readonly isNew: boolean;
  } {
    const before = this.#named(guildId, body.type ?? ApplicationCommandType.ChatInput, body.name);
    const command = this.#registered(guildId, before?.id ?? this.#ids.next(), body);
    this.#scope(guildId).set(command.id, command);
    return { command, isNew: before === undefined };
  }

  /** Changes some fields of a command. */
  patch(
    guildId: string | null,
    before: APIApplicationCommand,
    change: Partial<RESTPostAPIApplicationCommandsJSONBody>,
  ): APIApplicationCommand {
    const command = {
      ...before,
      ...this.#registered(guildId, before.id, {
        ...before,
        ...change,
      } as RESTPostAPIApplicationCommandsJSONBody),
    };
    this.#scope(guildId).set(command.id, command);
    return command;
  }

  /** What is not in `bodies` is deleted. */
  replaceAll(
    guildId: string | null,
    bodies: readonly RESTPostAPIApplicationCommandsJSONBody[],
  ): APIApplicationCommand[] {
    const commands = bodies.map((body) => this.put(guildId, body).command);
    this.#scopes.set(guildId ?? '', new Map(commands.map((command) => [command.id, command])));
    return commands;
  }

  delete(guildId: string | null, id: string): boolean {
    return this.#scope(guildId).delete(id);
  }

  /** What a member's client lists: a guild's command hides the global one of the same name. */
  visibleIn(guildId: string): APIApplicationCommand[] {
    const own = this.list(guildId);
    const hides = (command: APIApplicationCommand): boolean =>
      own.some(({ name, type }) => name === command.name && type === command.type);
    return [...own, ...this.list(null).filter((command) => !hides(command))];
  }

  #scope(guildId: string | null): Map<string, APIApplicationCommand> {
    const key = guildId ?? '';
    const scope = this.#scopes.get(key) ?? new Map<string, APIApplicationCommand>();
    this.#scopes.set(key, scope);
    return scope;
  }

  #named(
    guildId: string | null,
    type: ApplicationCommandType,
    name: string,
  ): APIApplicationCommand | undefined {
    return this.list(guildId).find((other) => other.name === name && other.type === type);
  }

  #registered(
    guildId: string | null,
    id: string,
    body: RESTPostAPIApplicationCommandsJSONBody,
  ): APIApplicationCommand {
    const shape = {
      id,
      application_id: this.#applicationId,
      version: this.#ids.next(),
      ...wording(body),
      ...(guildId === null ? globalUse(body) : { guild_id: guildId, ...GUILD_USE }),
    };
    // A command as it was validated, with what Discord adds; its type is one of a union known at run time.
    return shape as unknown as APIApplicationCommand;
  }
}

const GUILD_USE = { contexts: null, integration_types: [ApplicationIntegrationType.GuildInstall] };

function globalUse(body: RESTPostAPIApplicationCommandsJSONBody): object {
  const contexts = body.contexts ?? null;
  return {
    contexts,
    dm_permission: contexts?.includes(InteractionContextType.BotDM) ?? true,
    integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
  };
}

function wording(body: RESTPostAPIApplicationCommandsJSONBody): object {
  const described = {
    description: '',
    description_localizations: null,
    options: [],
    ...body,
  };
  const options = described.options as readonly APIApplicationCommandOption[];
  return {
    type: body.type ?? ApplicationCommandType.ChatInput,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: described.description,
    description_localizations: described.description_localizations,
    default_member_permissions: permissionsText(body.default_member_permissions),
    nsfw: body.nsfw ?? false,
    ...(options.length === 0 ? {} : { options: options.map(registeredOption) }),
  };
}

function permissionsText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** Discord leaves out what is off, and fills in the localisations. */
function registeredOption(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const shape: Record<string, unknown> = {
    name_localizations: null,
    description_localizations: null,
    ...option,
  };
  if (shape['required'] !== true) delete shape['required'];
  if (shape['autocomplete'] !== true) delete shape['autocomplete'];
  if ('options' in option) shape['options'] = option.options.map(registeredOption);
  if ('choices' in option) shape['choices'] = option.choices.map(registeredChoice);
  // The same kind of option as came in, completed.
  return shape as unknown as APIApplicationCommandOption;
}

function registeredChoice(choice: object): object {
  return { name_localizations: null, ...choice };
}
