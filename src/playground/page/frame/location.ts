import { effect } from '@preact/signals';
import { channel, channelId, guild } from '../store.ts';
import { channelAt, hashOf } from './address.ts';

/** Keeps the page's address and the open channel the same, so that links and the back button work. */
export function followAddress(): void {
  let isFirst = true;
  window.addEventListener('hashchange', open);
  effect(() => {
    if (channel.value === null || guild.value === null) return;
    if (isFirst) open();
    const hash = hashOf(channel.value, guild.value.channels);
    if (isFirst) history.replaceState(null, '', hash);
    else if (location.hash !== hash) location.hash = hash;
    isFirst = false;
  });
}

function open(): void {
  const named = channelAt(location.hash, guild.peek()?.channels ?? []);
  if (named !== null) channelId.value = named.id;
}
