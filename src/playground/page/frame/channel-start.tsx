import type { ChannelView } from '../../page-protocol.ts';
import { Icon } from '../icons/icon.tsx';
import { channel, channelMessages, guild } from '../store.ts';
import { iconOf } from './channel-link.tsx';
import { HintList, openHints } from './hint-list.tsx';

/** What stands above a channel's first message; while there is none, with what one can do. */
export function ChannelStart() {
  const open = channel.value;
  const welcome = guild.value?.welcome;
  if (open === null || welcome === undefined) return null;
  const hints = channelMessages.value.length === 0 ? openHints() : [];
  return (
    <section class="channel-start" aria-label="Start of the channel">
      <span class="channel-start-icon">
        <Icon name={iconOf(open)} size={40} />
      </span>
      <h2>{open.kind === 'thread' ? open.name : `Welcome to #${open.name}!`}</h2>
      <p>{beginningOf(open)}</p>
      {hints.length > 0 && (
        <div class="welcome">
          <h3>{welcome.title}</h3>
          <p>{welcome.text}</p>
          <HintList hints={hints} />
        </div>
      )}
    </section>
  );
}

function beginningOf({ kind, name, isPrivate }: ChannelView): string {
  if (kind === 'thread') return 'This is the start of the thread.';
  const start = `This is the start of the #${name}`;
  return isPrivate ? `${start} private channel.` : `${start} channel.`;
}
