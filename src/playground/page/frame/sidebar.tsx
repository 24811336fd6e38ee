import { channelId, guild } from '../store.ts';

/** The guild's channels and threads, and who the page acts as. */
export function Sidebar() {
  return (
    <nav aria-label="Channels">
      {guild.value?.channels.map(({ id, name }) => (
        <button
          type="button"
          key={id}
          onClick={() => {
            channelId.value = id;
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
