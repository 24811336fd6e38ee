import { Icon } from '../icons/icon.tsx';

/** Below what only the reader sees. */
export function PrivateLine({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <p class="private-line">
      <Icon name="eye" size={16} />
      <span>Only you can see this</span> ·{' '}
      <button type="button" class="text-button" onClick={onDismiss}>
        Dismiss message
      </button>
    </p>
  );
}
