import { connection, guild } from '../store.ts';

/** Says at the top of the messages what keeps the page or the bot from working. */
export function StatusBars() {
  if (connection.value === 'lost') {
    return (
      <p class="status-bar status-bar-lost" role="alert">
        Connection lost. Trying again…
      </p>
    );
  }
  if (guild.value === null || guild.value.bot.online) return null;
  return (
    <p class="status-bar" role="status">
      {guild.value.bot.name} is starting…
    </p>
  );
}
