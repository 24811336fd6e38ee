import { channel } from '../store.ts';

export function ChannelHeader() {
  return <h1># {channel.value?.name}</h1>;
}
