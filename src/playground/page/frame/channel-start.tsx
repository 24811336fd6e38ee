import { sendCommand } from '../actions.ts';
import { Icon } from '../icons/icon.tsx';
import { channel, channelMessages, guild } from '../store.ts';
import { iconOf } from './channel-link.tsx';

/** What stands above a channel's first message. */
export function ChannelStart() {
  const open = channel.value;
  const welcome = guild.value?.welcome;
  if (open === null || welcome === undefined) return null;
  return (
    <section class="channel-start" aria-label="Start of the channel">
      <span class="channel-start-icon">
        <Icon name={iconOf(open)} size={42} />
      </span>
      <h2>Welcome to #{open.name}!</h2>
      <p>This is the start of the #{open.name} channel.</p>
      {channelMessages.value.length === 0 && (
        <ul class="suggestions">
          {welcome.suggestions.map(({ label, command, options }) => (
            <li key={label}>
              <button
                type="button"
                class="suggestion"
                onClick={() => {
                  void sendCommand(command, options);
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
