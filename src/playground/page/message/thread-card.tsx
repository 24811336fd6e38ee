import { Icon } from '../icons/icon.tsx';
import { channelId, guild } from '../store.ts';

/** The thread that goes on from a message, if this person sees it. */
export function ThreadCard({ id }: { readonly id: string }) {
  const thread = guild.value?.channels.find((channel) => channel.id === id);
  if (thread === undefined) return null;
  return (
    <button
      type="button"
      class="thread-card"
      onClick={() => {
        channelId.value = id;
      }}
    >
      <Icon name="thread" size={16} />
      <strong>{thread.name}</strong>
      <span>Open thread ›</span>
    </button>
  );
}
