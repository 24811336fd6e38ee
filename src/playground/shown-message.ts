import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIEmbed,
} from 'discord-api-types/v10';
import type { ShownMessage } from './person/person.ts';
import { textsOf, walk } from './messages/component-tree.ts';
import type { StoredMessage } from './messages/message-store.ts';

/** The message in its present state. */
export function show(stored: StoredMessage): ShownMessage {
  const { message, files, channelId } = stored;
  const components = message.components ?? [];
  const texts = [message.content, ...textsOf(components), ...message.embeds.flatMap(embedTexts)];
  return {
    id: message.id,
    channelId,
    ephemeral: stored.ephemeralFor !== null,
    message,
    text: texts.filter((text) => text !== '').join('\n'),
    buttons: [...walk(components)].flatMap((node) => (isButton(node) ? [shownButton(node)] : [])),
    attachments: files,
  };
}

function embedTexts(embed: APIEmbed): string[] {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [embed.author?.name, embed.title, embed.description, ...fields, embed.footer?.text];
  return texts.filter((text) => text !== undefined);
}

function isButton(node: object): node is APIButtonComponent {
  return 'type' in node && node.type === ComponentType.Button;
}

function shownButton(button: APIButtonComponent): ShownMessage['buttons'][number] {
  const label = 'label' in button ? button.label : undefined;
  const emoji = 'emoji' in button ? button.emoji.name : undefined;
  return {
    label: label ?? emoji ?? '',
    customId: 'custom_id' in button ? button.custom_id : null,
    url: button.style === ButtonStyle.Link ? button.url : null,
    disabled: button.disabled ?? false,
  };
}
