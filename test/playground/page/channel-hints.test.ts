import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/discord/texts/digest/en.ts';
import { channelHints } from '../../../src/playground/page/frame/channel-hints.ts';
import type { ChannelView } from '../../../src/playground/page-protocol.ts';
import { channelView } from './page-views.ts';

const commands = ['ask', 'ingest', 'digest'].map(
  // Hints read nothing else of a command.
  (name) => ({ id: `id of ${name}`, name }) as APIApplicationCommand,
);
const everything = commands.map(({ id }) => id);
const question = { label: 'Why?', command: 'ask', options: { question: 'Why?' } };

describe('the suggestions of a channel', () => {
  it('are the guild’s questions, to be sent at once', () => {
    const channel = channelView({ id: '1', name: 'general', commandIds: everything });
    expect(hints(channel)).toEqual([{ ...question, isDraft: false }]);
  });

  it('begin with what the channel is for, to be completed in the message box', () => {
    const newsroom = channelView({ id: '1', isPrivate: true, commandIds: everything });
    expect(hints(newsroom)[0]).toMatchObject({ command: 'ingest text', isDraft: true });
    const digest = channelView({ id: '7', name: 'digest', commandIds: everything });
    expect(hints(digest)[0]).toMatchObject({
      command: 'digest schedule',
      options: { channel: '#digest', timezone: 'Europe/Berlin' },
      isDraft: true,
    });
  });

  it('schedule a digest in the words of its command', () => {
    const digest = channelView({ id: '7', name: 'digest', commandIds: everything });
    expect(hints(digest)[0]?.options).toHaveProperty(
      en.names.whenEmpty.name,
      en.choices.whenEmpty.say,
    );
  });

  it('name no command that cannot be used there', () => {
    const digest = channelView({ id: '7', name: 'digest', commandIds: ['id of ask'] });
    expect(hints(digest).map(({ command }) => command)).toEqual(['ask']);
    expect(hints(channelView({ id: '1' }))).toEqual([]);
  });
});

function hints(channel: ChannelView) {
  return channelHints({ channel, commands, suggestions: [question], zone: 'Europe/Berlin' });
}
