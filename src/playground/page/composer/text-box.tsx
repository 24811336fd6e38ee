import { AttachButton } from './attach-button.tsx';
import { commandsHere } from './commands-here.ts';
import { CommandRow } from './command-row.tsx';
import { LINE_END, type TextDraft } from './draft.ts';
import { focusedField } from './drafts.ts';
import { FileCards } from './file-cards.tsx';
import { GrowingField } from './growing-field.tsx';
import { pastedFiles } from './pasted-files.ts';
import { comboboxProps, PopupList } from './popup-list.tsx';
import { SendButton } from './send-button.tsx';
import { MESSAGE_LENGTH, sendText } from './sending.ts';
import { begin, press, write } from './text-keys.ts';
import { useCommandMenu } from './use-command-menu.ts';
import type { Highlight } from './use-highlight.ts';

export interface TextBoxProps {
  readonly draft: TextDraft;
  readonly channelName: string;
}

/** Where a message is written, and a command begun. */
export function TextBox({ draft, channelName }: TextBoxProps) {
  const { text } = draft;
  const entries = commandsHere();
  const menu = useCommandMenu(text, entries);
  const isOpen = menu.entries.length > 0;
  return (
    <>
      {isOpen && (
        <div class="composer-popup">
          <p class="popup-title">
            {text === '/' ? 'Commands' : `Commands matching ${text.trim()}`}
          </p>
          <PopupList
            label="Commands"
            entries={menu.entries}
            highlight={menu.highlight}
            keyOf={({ name }) => name}
            draw={(entry) => <CommandRow entry={entry} />}
            onChoose={(entry) => {
              begin(entry, draft);
            }}
          />
        </div>
      )}
      <div class="composer-box">
        <FileCards draft={draft} />
        <div class="composer-row">
          <AttachButton />
          <GrowingField text={text}>
            <textarea
              data-field={LINE_END}
              rows={1}
              aria-label={`Message #${channelName}`}
              placeholder={`Message #${channelName}`}
              value={text}
              {...multiLineCombobox(isOpen, menu.highlight)}
              onInput={({ currentTarget }) => {
                write(draft, currentTarget.value, entries);
              }}
              onKeyDown={(event) => {
                if (!event.isComposing) press(event, draft, menu);
              }}
              onPaste={pastedFiles}
              onFocus={() => {
                focusedField.value = LINE_END;
              }}
              onBlur={() => {
                focusedField.value = null;
              }}
            />
          </GrowingField>
          <Left length={text.length} />
          <SendButton
            onSend={() => {
              void sendText(draft);
            }}
          />
        </div>
      </div>
    </>
  );
}

/** HTML has no such thing, so that the types refuse the role; browsers and screen readers know it from text expanders. */
function multiLineCombobox(isOpen: boolean, highlight: Highlight): object {
  return comboboxProps(isOpen, highlight);
}

/** From here on the counter is shown: characters left. */
const FEW_LEFT = 200;

function Left({ length }: { readonly length: number }) {
  const left = MESSAGE_LENGTH - length;
  if (left > FEW_LEFT) return null;
  return (
    <span class={left < 0 ? 'composer-left is-over' : 'composer-left'} role="status">
      {left}
      <span class="visually-hidden"> characters left</span>
    </span>
  );
}
