import { Avatar } from '../icons/avatar.tsx';
import { guild } from '../store.ts';
import type { CommandEntry } from './command-list.ts';

/** A command in the list of commands. */
export function CommandRow({ entry }: { readonly entry: CommandEntry }) {
  const bot = guild.value?.bot;
  return (
    <>
      <Avatar id={bot?.id ?? ''} name={bot?.name ?? ''} size={32} />
      <span class="entry-texts">
        <span class="entry-title">
          /{entry.name}
          {entry.options
            .filter(({ required }) => required === true)
            .map(({ name }) => (
              <span key={name} class="entry-option">
                {name}
              </span>
            ))}
        </span>
        <span class="entry-detail">{entry.description}</span>
      </span>
      <span class="entry-app">{bot?.name}</span>
    </>
  );
}
