import { isEmpty, type Differences } from './compare.ts';
import type { Scope } from './normalise.ts';
import type { ShownTwice } from './shown-twice.ts';

/** One line: what registering did. @param count of all commands that are registered now. */
export function registeredLine(differences: Differences, count: number, scope: Scope): string {
  const place = placeOf(scope);
  if (isEmpty(differences)) {
    return count === 0
      ? `No command is registered ${place}; nothing was to be done.`
      : `All ${count} commands are registered ${place} as they should be; nothing was to be done.`;
  }
  return `${count === 0 ? 'Removed all commands' : `Registered ${count} commands`} ${place}: ${listed(differences)}.`;
}

/** One line for the log and the terminal when the bot starts; null when nothing is out of date. */
export function outdatedLine(differences: Differences, scope: Scope): string | null {
  if (isEmpty(differences)) return null;
  return `The commands registered ${placeOf(scope)} are out of date (${listed(differences)}). Run: npm run register`;
}

/** One line for each guild that lists commands twice. */
export function shownTwiceLine({ guildId, commands }: ShownTwice): string {
  return `Guild ${guildId} shows commands twice, since they are registered globally too: ${commands.join(', ')}. To remove those of the guild, run: GUILD_ID=${guildId} npm run register -- --remove`;
}

function placeOf(scope: Scope): string {
  return scope === null ? 'globally' : `in guild ${scope}`;
}

function listed(differences: Differences): string {
  return (['added', 'changed', 'removed'] as const)
    .filter((kind) => differences[kind].length > 0)
    .map((kind) => `${kind} ${differences[kind].join(', ')}`)
    .join('; ');
}
