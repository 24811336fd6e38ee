import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandType } from 'discord.js';
import { commandType, normalise, type Definition, type Scope } from './normalise.ts';

/** Commands by the name under which people know them: `/ask`, `Add to archive`. In the order they were given. */
export interface Differences {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What registering `wanted` would change.
 * @param registered as Discord gives them with their localisations.
 */
export function compareCommands(
  wanted: readonly Definition[],
  registered: readonly Definition[],
  scope: Scope,
): Differences {
  const there = new Map(registered.map((command) => [keyOf(command), command]));
  const keys = new Set(wanted.map(keyOf));
  return {
    added: wanted.filter((command) => !there.has(keyOf(command))).map(displayName),
    changed: wanted
      .filter((command) => {
        const before = there.get(keyOf(command));
        return before !== undefined && !isSame(command, before, scope);
      })
      .map(displayName),
    removed: registered.filter((command) => !keys.has(keyOf(command))).map(displayName),
  };
}

export function isEmpty({ added, changed, removed }: Differences): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Names that stand in both lists: Discord shows such commands twice. */
export function inBoth(
  some: readonly Definition[],
  others: readonly Definition[],
): readonly string[] {
  const keys = new Set(others.map(keyOf));
  return some.filter((command) => keys.has(keyOf(command))).map(displayName);
}

/** Names are unique within a type. */
function keyOf(command: Definition): string {
  return `${commandType(command)} ${command.name.trim()}`;
}

function displayName(command: Definition): string {
  return commandType(command) === ApplicationCommandType.ChatInput
    ? `/${command.name}`
    : command.name;
}

function isSame(wanted: Definition, registered: Definition, scope: Scope): boolean {
  const before = normalise(registered, scope);
  const after = normalise(wanted, scope);
  const chosen = Object.entries(after).map(([field, value]) => [
    field,
    // Left to Discord, whatever it says is right.
    LEFT_TO_DISCORD.includes(field) ? (value ?? before[field]) : value,
  ]);
  return isDeepStrictEqual(Object.fromEntries(chosen), before);
}

const LEFT_TO_DISCORD = ['contexts', 'installed'];
