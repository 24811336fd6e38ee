import { Avatar } from '../icons/avatar.tsx';
import { guild } from '../store.ts';
import { LINE_END, shownOptions, type CommandLine } from './draft.ts';
import { CommandPopup } from './command-popup.tsx';
import { focusedField, goTo } from './drafts.ts';
import { LineEnd } from './line-end.tsx';
import { pressInLine } from './line-keys.ts';
import { OptionField } from './option-field.tsx';
import { pastedFiles } from './pasted-files.ts';
import { SendButton } from './send-button.tsx';
import { sendLine } from './sending.ts';
import { UploadZones } from './upload-zones.tsx';
import { useListing } from './use-listing.ts';

/** A command with its options, each in a field of its own. */
export function CommandBox({ line }: { readonly line: CommandLine }) {
  const focused = focusedField.value;
  const list = useListing(line, focused);
  const bot = guild.value?.bot;
  return (
    <>
      {focused !== null && <CommandPopup line={line} field={focused} list={list} />}
      <div
        class="composer-box"
        role="group"
        aria-label={`/${line.entry.name}`}
        onKeyDown={(event) => {
          if (!event.isComposing) pressInLine(event, line, list);
        }}
        onPaste={pastedFiles}
      >
        <UploadZones line={line} />
        <div class="composer-row">
          <Avatar id={bot?.id ?? ''} name={bot?.name ?? ''} size={24} />
          <div
            class="command-line"
            onMouseDown={(event) => {
              if (event.target !== event.currentTarget) return;
              event.preventDefault();
              goTo({ ...line, active: LINE_END });
            }}
          >
            <span class="command-name">/{line.entry.name}</span>
            {shownOptions(line).map((option) => (
              <OptionField key={option.name} line={line} option={option} list={list} />
            ))}
            <LineEnd key={LINE_END} line={line} list={list} />
          </div>
          <SendButton
            onSend={() => {
              void sendLine(line);
            }}
          />
        </div>
      </div>
    </>
  );
}
