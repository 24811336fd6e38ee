import { ApplicationCommandType } from 'discord-api-types/v10';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { optionListProblems } from './command-options.ts';
import { sizeOf } from './command-size.ts';
import { describedProblems, localeProblems, namedProblems } from './command-words.ts';
import { notAllowed, problem } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isFields, shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';
import { repeated } from './strings.ts';

type Command = RESTPostAPIApplicationCommandsJSONBody;

/** Characters of a command, counted over everything a user reads or chooses. */
const COMMAND_LENGTH = 8_000;

/** How many commands of a type an application may have, globally or in one guild. */
const MOST: Readonly<Record<ApplicationCommandType, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

/** Every way in which `body` is not an application command that Discord accepts. */
export function validateCommand(body: unknown): readonly ValidationProblem[] {
  const shape = commandShape(body);
  return shape.ok ? commandProblems(shape.data) : shape.problems;
}

/** The same for a list that replaces all commands (bulk PUT). */
export function validateCommands(body: unknown): readonly ValidationProblem[] {
  if (!Array.isArray(body)) {
    return [problem([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  }
  const problems = body.flatMap((command: unknown, index) =>
    validateCommand(command).map((inner) => ({ ...inner, path: [index, ...inner.path] })),
  );
  if (problems.length > 0) return problems;
  const commands = body.flatMap((command: unknown) => {
    const shape = commandShape(command);
    return shape.ok ? [shape.data] : [];
  });
  return listProblems(commands);
}

function listProblems(commands: readonly Command[]): readonly ValidationProblem[] {
  const types = commands.map(typeOf);
  const tooMany = Object.entries(MOST).flatMap(([type, most]) =>
    types.filter((each) => String(each) === type).length > most
      ? [problem([], '30032', `Maximum number of application commands reached (${most})`)]
      : [],
  );
  const names = commands.map((command) => `${typeOf(command)} ${command.name}`);
  return [
    ...tooMany,
    ...repeated(names).map((index) =>
      problem(
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      ),
    ),
  ];
}

/** Permissions are numbers in the schema; in truth Discord wants them as text, as 64 bits do not fit a number. */
function commandShape(body: unknown): Shape<Command> {
  if (!isFields(body)) return shapeOf(ApplicationCommandUpdateRequestSchema, body);
  const { default_member_permissions: permissions, ...others } = body;
  const text = typeof permissions === 'number' ? String(permissions) : (permissions ?? '0');
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text) || BigInt(text) > PERMISSIONS_END) {
    const message = 'Value is not a set of permissions.';
    const path: Path = ['default_member_permissions'];
    return { ok: false, problems: [problem(path, 'NUMBER_TYPE_COERCE', message)] };
  }
  return shapeOf(ApplicationCommandUpdateRequestSchema, others);
}

const PERMISSIONS_END = 2n ** 54n;

function typeOf({ type }: Command): ApplicationCommandType {
  return type ?? ApplicationCommandType.ChatInput;
}

function commandProblems(command: Command): readonly ValidationProblem[] {
  return [
    ...localeProblems(command, []),
    ...(typeOf(command) === ApplicationCommandType.ChatInput
      ? [...namedProblems(command, []), ...describedProblems(command, [])]
      : menuProblems(command)),
    ...('options' in command ? optionListProblems(command.options ?? [], ['options']) : []),
    ...setProblems(command),
    ...(sizeOf(command) > COMMAND_LENGTH
      ? [
          problem(
            [],
            'APPLICATION_COMMAND_TOO_LARGE',
            `Command exceeds maximum size (${COMMAND_LENGTH})`,
          ),
        ]
      : []),
  ];
}

/** Commands of the context menu and the entry point are a name only. */
function menuProblems(command: Command): readonly ValidationProblem[] {
  if (typeOf(command) === ApplicationCommandType.PrimaryEntryPoint) return [];
  const given: Readonly<Record<string, unknown>> = { ...command };
  return ['description', 'description_localizations', 'options']
    .filter((name) => !isNothing(given[name]))
    .map((name) => notAllowed([name], 'Context menu commands cannot have this field'));
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === '';
}

function setProblems({ contexts, integration_types }: Command): readonly ValidationProblem[] {
  return Object.entries({ contexts, integration_types }).flatMap(([name, values]) =>
    repeated(values ?? []).map((index) =>
      problem(
        [name, index],
        'SET_TYPE_ALREADY_CONTAINS_VALUE',
        'The set already contains this value',
      ),
    ),
  );
}
