import { sendCommand } from '../actions.ts';

/** The message box: plain messages, and commands as Discord takes them. */
export function Composer() {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('text');
        if (!(field instanceof HTMLInputElement)) return;
        void sendCommand('ask', { question: field.value });
        field.value = '';
      }}
    >
      <input name="text" aria-label="Message" />
    </form>
  );
}
