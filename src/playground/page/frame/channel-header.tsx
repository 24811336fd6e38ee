import type { ChannelView } from '../../page-protocol.ts';
import { Icon } from '../icons/icon.tsx';
import { channel } from '../store.ts';
import { iconOf } from './channel-link.tsx';
import { HintMenu } from './hint-menu.tsx';
import { IconButton } from './icon-button.tsx';
import { areMembersShown, drawer, openDrawer, toggleMembers } from './panels.ts';
import { TimeControl } from './time-control.tsx';

/** Where one is, what time it is there, and the buttons of the panels beside. */
export function ChannelHeader() {
  const open = channel.value;
  return (
    <header class="channel-header">
      <IconButton
        class="channel-header-menu"
        icon="menu"
        label="Channels"
        expanded={drawer.value === 'channels'}
        onClick={() => {
          openDrawer('channels');
        }}
      />
      {open !== null && (
        <>
          <Icon name={iconOf(open)} size={24} />
          <h1>{open.name}</h1>
        </>
      )}
      <p class="channel-header-topic">{open !== null && topicOf(open)}</p>
      <TimeControl />
      <HintMenu />
      <IconButton
        icon="people"
        label={areMembersShown.value ? 'Hide members' : 'Show members'}
        expanded={areMembersShown.value}
        onClick={toggleMembers}
      />
    </header>
  );
}

function topicOf({ kind, isPrivate, writable }: ChannelView): string {
  if (kind === 'thread') return 'Thread';
  if (isPrivate) return 'Only moderators see this channel';
  return writable ? 'Type / for the commands' : 'You can read here, not write';
}
