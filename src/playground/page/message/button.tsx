import { ButtonStyle, type APIButtonComponent } from 'discord-api-types/v10';
import { click } from '../actions.ts';
import { Icon } from '../icons/icon.tsx';
import { webAddress } from '../markdown/web-address.ts';
import { waiting } from '../store.ts';

export interface ButtonProps {
  readonly messageId: string;
  readonly button: APIButtonComponent;
}

const CLASSES: Readonly<Partial<Record<ButtonStyle, string>>> = {
  [ButtonStyle.Primary]: 'is-primary',
  [ButtonStyle.Success]: 'is-success',
  [ButtonStyle.Danger]: 'is-danger',
};

/** A button of a message. One that waits for the bot keeps its width and the focus. */
export function Button({ messageId, button }: ButtonProps) {
  if ('url' in button) return <LinkButton button={button} />;
  if (!('custom_id' in button)) return <p class="placeholder">A button that cannot be shown.</p>;
  const { custom_id: customId, disabled = false } = button;
  const isWaiting = waiting.value.has(`${messageId}/${customId}`);
  return (
    <button
      type="button"
      class={`message-button ${CLASSES[button.style] ?? ''} ${isWaiting ? 'is-waiting' : ''}`}
      disabled={disabled}
      aria-busy={isWaiting}
      aria-label={button.label === undefined ? spokenEmoji(button) : undefined}
      onClick={() => {
        if (!isWaiting) void click(messageId, customId);
      }}
    >
      <Face button={button} />
    </button>
  );
}

type LinkButtonComponent = Extract<APIButtonComponent, { readonly url: string }>;

function LinkButton({ button }: { readonly button: LinkButtonComponent }) {
  const address = webAddress(button.url);
  const face = (
    <>
      <Face button={button} />
      <Icon name="external" size={16} />
    </>
  );
  if (address === null || button.disabled === true) {
    return (
      <button type="button" class="message-button" disabled>
        {face}
      </button>
    );
  }
  return (
    <a class="message-button" href={address} target="_blank" rel="noopener noreferrer">
      {face}
    </a>
  );
}

type FaceProps = Exclude<APIButtonComponent, { readonly sku_id: string }>;

function Face({ button: { emoji, label } }: { readonly button: FaceProps }) {
  return (
    <span class="message-button-face">
      {emoji !== undefined && (
        <span
          class={emoji.id === undefined ? 'emoji' : 'custom-emoji'}
          aria-hidden={label !== undefined}
        >
          {emoji.id === undefined ? emoji.name : `:${emoji.name ?? ''}:`}
        </span>
      )}
      {label}
    </span>
  );
}

function spokenEmoji({ emoji }: FaceProps): string | undefined {
  return emoji?.name;
}
