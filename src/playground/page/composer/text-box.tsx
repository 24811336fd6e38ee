import { useState } from 'preact/hooks';
import { itemAfterKey, moves } from '../choice/list-keys.ts';
import { AttachButton } from './attach-button.tsx';
import { matchCommands, type CommandEntry } from './command-list.ts';
import { CommandRow } from './command-row.tsx';
import { giveFiles, LINE_END, startCommand, type TextDraft } from './draft.ts';
import { focusedField, goTo, recall, setDraft } from './drafts.ts';
import { FileCards } from './file-cards.tsx';
import { GrowingField } from './growing-field.tsx';
import { commandsHere } from './handed-over.ts';
import { pastedFiles } from './pasted-files.ts';
import { comboboxProps, PopupList } from './popup-list.tsx';
import { SendButton } from './send-button.tsx';
import { MESSAGE_LENGTH, sendLine, sendText } from './sending.ts';
import { readTypedCommand } from './typed-command.ts';
import { useHighlight, type Highlight } from './use-highlight.ts';

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

interface CommandMenu {
  /** None while the menu is closed. */
  readonly entries: readonly CommandEntry[];
  readonly highlight: Highlight;
  readonly close: () => void;
}

function useCommandMenu(text: string, commands: readonly CommandEntry[]): CommandMenu {
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const isOpen = text.startsWith('/') && text !== closedAt && focusedField.value !== null;
  const entries = isOpen ? matchCommands(commands, text.slice(1)) : [];
  const highlight = useHighlight(text, entries.length, 0);
  return {
    entries,
    highlight,
    close: () => {
      setClosedAt(text);
    },
  };
}

/** The box with another text; the name of a command and a space begin the command. */
function write(draft: TextDraft, text: string, entries: readonly CommandEntry[]): void {
  const typed = readTypedCommand(text, entries);
  if (typed === null) setDraft({ ...draft, text });
  else begin(typed.entry, draft, typed.texts);
}

function begin(
  entry: CommandEntry,
  { files }: TextDraft,
  texts: Readonly<Record<string, string>> = {},
): void {
  const line = startCommand(entry, texts);
  goTo(giveFiles(line, files));
}

function press(event: KeyboardEvent, draft: TextDraft, menu: CommandMenu): void {
  if (menu.entries.length > 0 && pressInMenu(event, draft, menu)) {
    event.preventDefault();
    return;
  }
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void sendText(draft);
  }
  if (event.key !== 'ArrowUp' || draft.text !== '' || draft.files.length > 0) return;
  const before = recall();
  if (before === null) return;
  event.preventDefault();
  goTo(before);
}

/** @returns whether the key was the menu's. */
function pressInMenu(event: KeyboardEvent, draft: TextDraft, menu: CommandMenu): boolean {
  const { entries, highlight } = menu;
  const { key, shiftKey } = event;
  if (moves(key)) {
    const position = { active: highlight.index, count: entries.length, wraps: true };
    highlight.move(itemAfterKey(key, position));
    return true;
  }
  if (key === 'Escape') {
    menu.close();
    return true;
  }
  const entry = entries[highlight.index];
  if (shiftKey || entry === undefined || (key !== 'Enter' && key !== 'Tab')) return false;
  // Nothing could be filled in.
  if (key === 'Enter' && entry.options.length === 0) void sendLine(startCommand(entry));
  else begin(entry, draft);
  return true;
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
