import type { ChannelView } from '../../page-protocol.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { channelId, guild } from '../store.ts';
import { hashOf } from './address.ts';
import { closeDrawer } from './panels.ts';
import { unread } from './reading.ts';

/** A channel of the sidebar. Opening it is following a link. */
export function ChannelLink({ channel }: { readonly channel: ChannelView }) {
  const count = unread.value.get(channel.id)?.count ?? 0;
  const isOpen = channel.id === channelId.value;
  return (
    <a
      class={`channel-link ${count > 0 ? 'is-unread' : ''}`}
      href={hashOf(channel, guild.value?.channels ?? [])}
      aria-current={isOpen ? 'page' : undefined}
      onClick={closeDrawer}
    >
      <Icon name={iconOf(channel)} />
      <span class="channel-link-name">{channel.name}</span>
      {count > 0 && (
        <span class="channel-link-count">
          {count}
          <span class="visually-hidden"> unread</span>
        </span>
      )}
    </a>
  );
}

export function iconOf({ kind, isPrivate }: ChannelView): IconName {
  if (kind === 'thread') return 'thread';
  if (kind === 'forum') return 'forum';
  if (kind === 'announcement') return 'megaphone';
  return isPrivate ? 'lock' : 'hash';
}
