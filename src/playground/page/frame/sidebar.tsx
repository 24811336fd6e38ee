import type { ChannelView } from '../../page-protocol.ts';
import { guild } from '../store.ts';
import { ChannelLink } from './channel-link.tsx';
import { UserPanel } from './user-panel.tsx';

/** The guild's channels and threads, and who the page acts as. */
export function Sidebar() {
  const channels = guild.value?.channels ?? [];
  const threadsOf = (id: string) =>
    channels.filter(({ kind, parentId }) => kind === 'thread' && parentId === id);
  return (
    <>
      <header class="sidebar-head">
        <h2>{guild.value?.guild.name}</h2>
      </header>
      <nav class="sidebar-channels" aria-label="Channels">
        <ul>
          {channels
            .filter(({ kind }) => kind !== 'thread')
            .map((channel) => (
              <li key={channel.id}>
                <ChannelLink channel={channel} />
                <Threads threads={threadsOf(channel.id)} of={channel.name} />
              </li>
            ))}
        </ul>
      </nav>
      <UserPanel />
    </>
  );
}

interface ThreadsProps {
  readonly threads: readonly ChannelView[];
  readonly of: string;
}

function Threads({ threads, of }: ThreadsProps) {
  if (threads.length === 0) return null;
  return (
    <ul class="sidebar-threads" aria-label={`Threads of ${of}`}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ChannelLink channel={thread} />
        </li>
      ))}
    </ul>
  );
}
