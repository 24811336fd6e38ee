import { guild } from '../store.ts';

export interface AvatarProps {
  /** Of the user. */
  readonly id: string;
  readonly name: string;
  /** CSS pixels: 32 in lists, 40 at messages. */
  readonly size?: 24 | 32 | 40;
  /** Marks it; unmarked when left out. */
  readonly isOnline?: boolean;
}

/** How many colours `icons.css` has. */
const COLOURS = 5;

/** A user's picture: the archive's for the bot, else the initial on a colour of the user's own. */
export function Avatar({ id, name, size = 32, isOnline }: AvatarProps) {
  const isBot = id === guild.value?.bot.id;
  const colour = isBot ? 'bot' : String(colourOf(id));
  return (
    <span class={`avatar avatar-${size} avatar-${colour}`} aria-hidden="true">
      {isBot ? <BotPicture /> : (Array.from(name)[0]?.toUpperCase() ?? '?')}
      {isOnline !== undefined && <span class={`presence ${isOnline ? 'is-online' : ''}`} />}
    </span>
  );
}

/** Those one can be have one each; everybody else's comes from the id. */
function colourOf(id: string): number {
  const at = guild.value?.people.findIndex((person) => person.id === id) ?? -1;
  return (at >= 0 ? at : Number(id.slice(-4))) % COLOURS;
}

/** An open book. */
function BotPicture() {
  return (
    <svg viewBox="0 0 24 24" width="60%" height="60%" fill="currentColor">
      <path d="M3 5c3-1 6-.7 8.3 1v14C8.7 18.6 6 18.3 3 19V5zM21 5c-3-1-6-.7-8.3 1v14c2.6-1.4 5.3-1.7 8.3-1V5z" />
    </svg>
  );
}
