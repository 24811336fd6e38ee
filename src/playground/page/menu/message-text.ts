import { ComponentType, type APIEmbed, type APIMessage } from 'discord-api-types/v10';

/** All that is written in a message, as it was sent: Markdown, with a blank line between its parts. '' for none. */
export function messageText({ content, embeds, components = [] }: APIMessage): string {
  return [content, ...embeds.flatMap(embedTexts), ...components.flatMap(componentTexts)]
    .filter((text) => text !== '')
    .join('\n\n');
}

function embedTexts({ title = '', description = '', fields = [], footer }: APIEmbed): string[] {
  const named = fields.map(({ name, value }) => `${name}\n${value}`);
  return [title, description, ...named, footer?.text ?? ''];
}

type MessageComponent = NonNullable<APIMessage['components']>[number];

function componentTexts(component: MessageComponent): string[] {
  const { type } = component;
  if (type === ComponentType.TextDisplay) return [component.content];
  if (type === ComponentType.Section) return component.components.map(({ content }) => content);
  return type === ComponentType.Container ? component.components.flatMap(componentTexts) : [];
}
