/** Sends without a keyboard. */
export function SendButton({ onSend }: { readonly onSend: () => void }) {
  return (
    <button
      type="button"
      class="icon-button composer-send"
      aria-label="Send"
      data-tooltip="Send"
      // The field keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={onSend}
    >
      <svg class="icon" aria-hidden="true" viewBox="0 0 24 24" width="20" height="20">
        <path fill="currentColor" d="M3 20.5V14l9-2-9-2V3.5L22 12z" />
      </svg>
    </button>
  );
}
