import { describe, expect, it } from 'vitest';
import { channelAt, hashOf } from '../../../src/playground/page/frame/address.ts';
import { channelView } from './page-views.ts';

const general = channelView({ id: '1', name: 'general' });
const thread = channelView({ id: '2', name: 'What did NATO say? 100%', kind: 'thread' });
const namesake = channelView({ id: '3', name: 'general' });
const channels = [general, thread, namesake];

describe('the address of a channel', () => {
  it('is its name', () => {
    expect(hashOf(general, channels)).toBe('#general');
  });

  it('is its id when an earlier channel has the name', () => {
    expect(hashOf(namesake, channels)).toBe('#3');
  });

  it.each(channels)('leads back to channel $id', (channel) => {
    expect(channelAt(hashOf(channel, channels), channels)).toBe(channel);
  });

  it('leads nowhere when it is empty, unknown or no address at all', () => {
    expect(channelAt('', channels)).toBeNull();
    expect(channelAt('#newsroom', channels)).toBeNull();
    expect(channelAt('#%', channels)).toBeNull();
  });
});
