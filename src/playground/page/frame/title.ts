import { effect } from '@preact/signals';
import { channel, guild } from '../store.ts';
import { unread } from './reading.ts';

/** Names the open channel in the browser's tab, and how many messages are unread. */
export function showTitle(): void {
  effect(() => {
    if (guild.value === null || channel.value === null) return;
    const count = [...unread.value.values()].reduce((sum, { count }) => sum + count, 0);
    const place = `#${channel.value.name} · ${guild.value.guild.name}`;
    document.title = count === 0 ? place : `(${count}) ${place}`;
  });
}
