import {
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageComponentEmoji,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord.js';

/** Text in Discord's markdown. What is not our own wording goes through `literal` first. */
export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

/** A box with a coloured edge. @param accent 24-bit RGB. */
export function container(
  components: readonly APIComponentInContainer[],
  accent?: number,
): APIContainerComponent {
  return {
    type: ComponentType.Container,
    components: [...components],
    ...(accent === undefined ? {} : { accent_color: accent }),
  };
}

export function separator(): APISeparatorComponent {
  return {
    type: ComponentType.Separator,
    divider: true,
    spacing: SeparatorSpacingSize.Small,
  };
}

/** One to five buttons, or one select. */
export function row(
  ...components: readonly APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [...components] };
}

export interface ButtonOptions {
  readonly style?: 'primary' | 'secondary' | 'success' | 'danger';
  readonly emoji?: string;
  readonly disabled?: boolean;
}

/** @param label at most 80 characters; may be empty when there is an emoji. */
export function button(
  customId: string,
  label: string,
  { style = 'secondary', emoji, disabled = false }: ButtonOptions = {},
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    custom_id: customId,
    style: STYLES[style],
    disabled,
    ...(label === '' ? {} : { label }),
    ...(emoji === undefined ? {} : { emoji: { name: emoji } satisfies APIMessageComponentEmoji }),
  };
}

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;
