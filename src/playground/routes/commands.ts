import type {
  APIApplicationCommand,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Parts } from '../parts.ts';
import { refusal, refuseInvalid } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type ApiRequest, type Route } from '../rest/route.ts';
import { validateCommand, validateCommands } from '../validate/validate.ts';
import { without } from '../without.ts';
import { reachGuild } from './access.ts';

const GLOBAL = '/applications/:application/commands';
const IN_GUILD = '/applications/:application/guilds/:guild/commands';

/** Registration of commands, for all guilds and for one. */
export function commandRoutes(parts: Parts): Route[] {
  return [GLOBAL, IN_GUILD].flatMap((pattern) => [
    ...listRoutes(parts, pattern),
    ...singleRoutes(parts, `${pattern}/:command`),
  ]);
}

function listRoutes(parts: Parts, pattern: string): Route[] {
  const { commands } = parts;
  return [
    {
      method: 'GET',
      pattern,
      handle: (request) => {
        const full = request.query.get('with_localizations') === 'true';
        const list = commands.list(scope(parts, request));
        return ok(full ? list : list.map(withoutLocalizations));
      },
    },
    {
      method: 'PUT',
      pattern,
      handle: (request) => {
        const guildId = scope(parts, request);
        refuseInvalid(validateCommands(request.json));
        return ok(commands.replaceAll(guildId, request.json as CommandBody[]));
      },
    },
    {
      method: 'POST',
      pattern,
      handle: (request) => {
        const guildId = scope(parts, request);
        refuseInvalid(validateCommand(request.json));
        const { command, isNew } = commands.put(guildId, request.json as CommandBody);
        return ok(command, isNew ? 201 : 200);
      },
    },
  ];
}

function singleRoutes(parts: Parts, pattern: string): Route[] {
  const { commands } = parts;
  const find = (request: ApiRequest): APIApplicationCommand => {
    const command = commands.get(scope(parts, request), request.params['command'] ?? '');
    if (command === undefined) throw refusal('unknownCommand');
    return command;
  };
  return [
    { method: 'GET', pattern, handle: (request) => ok(find(request)) },
    {
      method: 'PATCH',
      pattern,
      handle: (request) => {
        const before = find(request);
        const change = (request.json ?? {}) as Partial<CommandBody>;
        refuseInvalid(validateCommand({ ...settable(before), ...change }));
        return ok(commands.patch(scope(parts, request), before, change));
      },
    },
    {
      method: 'DELETE',
      pattern,
      handle: (request) => {
        commands.delete(scope(parts, request), find(request).id);
        return NO_CONTENT;
      },
    },
  ];
}

type CommandBody = RESTPostAPIApplicationCommandsJSONBody;

/** The guild's id, or null for global commands. */
function scope(parts: Parts, request: ApiRequest): string | null {
  if (request.params['application'] !== parts.applicationId) throw refusal('missingAccess');
  return request.params['guild'] === undefined ? null : reachGuild(parts, request).id;
}

/** What of a registered command a request may say. */
function settable(command: APIApplicationCommand): object {
  return without(command, 'id', 'application_id', 'version', 'guild_id');
}

function withoutLocalizations(command: APIApplicationCommand): object {
  return without(command, 'name_localizations', 'description_localizations');
}
