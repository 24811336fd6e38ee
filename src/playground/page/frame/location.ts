import { effect } from '@preact/signals';
import { channel, channelId, guild } from '../store.ts';
import { channelAt, hashOf } from './address.ts';

/** Keeps the page's address and the open channel the same, so that links and the back button work. */
export function followAddress(): void {
  window.addEventListener('hashchange', () => {
    const named = channelAt(location.hash, guild.value?.channels ?? []);
    if (named === null) showAddress();
    else channelId.value = named.id;
  });
  effect(showAddress);
}

function showAddress(): void {
  if (channel.value === null || guild.value === null) return;
  const { channels } = guild.value;
  const hash = hashOf(channel.value, channels);
  if (location.hash === hash) return;
  // Nobody goes back to an address that names nothing.
  if (channelAt(location.hash, channels) === null) history.replaceState(null, '', hash);
  else location.hash = hash;
}
