import { useRef } from 'preact/hooks';
import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import { Icon } from '../icons/icon.tsx';
import { HINT_ID } from './command-popup.tsx';
import { givenIn, removeOption, shownOptions, type CommandLine } from './draft.ts';
import { focusedField, goTo } from './drafts.ts';
import { FilePicker } from './file-picker.tsx';
import { fileSize } from './file-size.ts';
import { focusField, leaveField } from './fields.ts';

/** The line's options that take a file, above it. What is dropped anywhere on the page goes into the first empty one. */
export function UploadZones({ line }: { readonly line: CommandLine }) {
  const options = shownOptions(line).filter(({ type }) => type === Type.Attachment);
  if (options.length === 0) return null;
  return (
    <div class="file-cards">
      {options.map((option) => (
        <UploadZone key={option.name} line={line} option={option} />
      ))}
    </div>
  );
}

interface UploadZoneProps {
  readonly line: CommandLine;
  readonly option: APIApplicationCommandBasicOption;
}

function UploadZone({ line, option: { name, required } }: UploadZoneProps) {
  const picker = useRef<HTMLInputElement>(null);
  const { file } = givenIn(line, name);
  return (
    <div class={`upload-zone ${stateOf(line, name)}`}>
      <button
        type="button"
        class="upload-button"
        data-field={name}
        {...(focusedField.value === name ? { 'aria-describedby': HINT_ID } : {})}
        onClick={() => {
          picker.current?.click();
        }}
        onFocus={() => {
          focusField(line, name);
        }}
        onBlur={leaveField}
      >
        <Icon name={file === null ? 'upload' : 'file'} size={32} />
        <span class="file-name">
          <span class="upload-option">{name}</span>
          {file === null ? 'Drop a file or choose one' : file.name}
        </span>
        {file !== null && <span class="file-size">{fileSize(file.size)}</span>}
      </button>
      {(file !== null || required !== true) && (
        <button
          type="button"
          class="file-remove"
          aria-label={`Remove ${file?.name ?? name}`}
          title="Remove"
          onClick={() => {
            goTo(removeOption(line, name));
          }}
        >
          <Icon name="close" size={16} />
        </button>
      )}
      <FilePicker picker={picker} />
    </div>
  );
}

function stateOf(line: CommandLine, name: string): string {
  if (givenIn(line, name).file !== null) return 'is-filled';
  return line.problems[name] === undefined ? '' : 'is-wrong';
}
