import { ApplicationCommandType, ComponentType, type APIMessage } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { menuItems } from '../../../src/playground/page/menu/menu-items.ts';
import { messageText } from '../../../src/playground/page/menu/message-text.ts';
import type { GuildView, MessageView } from '../../../src/playground/page-protocol.ts';
import { channelView, messageView } from './page-views.ts';

const COMMANDS = [
  { id: '1', name: 'ask', type: ApplicationCommandType.ChatInput },
  { id: '2', name: 'Ask the archive', type: ApplicationCommandType.Message },
  { id: '3', name: 'Add to archive', type: ApplicationCommandType.Message },
];
// The menu reads nothing else of a guild.
const GUILD = { commands: COMMANDS } as unknown as GuildView;

function withText(view: MessageView, fields: Partial<APIMessage>): MessageView {
  return { ...view, message: { ...view.message, content: '', embeds: [], ...fields } };
}

function labels(view: MessageView, commandIds: readonly string[]): string[] {
  const channel = channelView({ id: 'general', commandIds });
  return menuItems(view, GUILD, channel).map(({ label }) => label);
}

it('offers the message commands a person may use here, and copying', () => {
  const view = withText(messageView({ id: '7' }), { content: 'Hello' });
  expect(labels(view, ['1', '2'])).toEqual(['Ask the archive', 'Copy Text', 'Copy Message ID']);
});

it('offers no apps on a private message, but to dismiss it', () => {
  const view = withText(messageView({ id: '7', isPrivate: true }), { content: 'Hello' });
  expect(labels(view, ['1', '2', '3'])).toEqual([
    'Copy Text',
    'Copy Message ID',
    'Dismiss message',
  ]);
});

it('offers no text to copy where there is none', () => {
  expect(labels(withText(messageView({ id: '7' }), {}), [])).toEqual(['Copy Message ID']);
});

it('copies what is written in content, embeds and components', () => {
  const { message } = withText(messageView({ id: '7' }), {
    content: 'Content',
    embeds: [{ title: 'Title', description: 'Text', fields: [{ name: 'Name', value: 'Value' }] }],
    components: [
      {
        type: ComponentType.Container,
        components: [
          { type: ComponentType.TextDisplay, content: '> Quoted' },
          { type: ComponentType.Separator },
        ],
      },
    ],
  });
  expect(messageText(message)).toBe('Content\n\nTitle\n\nText\n\nName\nValue\n\n> Quoted');
});
