import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import { Icon } from '../icons/icon.tsx';
import { guild } from '../store.ts';
import { HINT_ID } from './command-popup.tsx';
import { givenIn, removeOption, type CommandLine } from './draft.ts';
import { focusedField, goTo } from './drafts.ts';
import { focusField, leaveField, writeInto } from './fields.ts';
import { GrowingField } from './growing-field.tsx';
import { choicesFor } from './option-choices.ts';
import { comboboxProps } from './popup-list.tsx';
import type { FieldList } from './use-listing.ts';

export interface OptionFieldProps {
  readonly line: CommandLine;
  readonly option: APIApplicationCommandBasicOption;
  readonly list: FieldList;
}

/** An option in the line: its name, and the field for its value. */
export function OptionField({ line, option, list }: OptionFieldProps) {
  const { name, required } = option;
  const isWrong = line.problems[name] !== undefined;
  return (
    <span class={isWrong ? 'option-pill is-wrong' : 'option-pill'}>
      <span
        class="option-name"
        onMouseDown={(event) => {
          event.preventDefault();
          goTo({ ...line, active: name });
        }}
      >
        {name}
      </span>
      {option.type === Type.Attachment ? (
        <span class="option-file">{givenIn(line, name).file?.name ?? ''}</span>
      ) : (
        <Value line={line} option={option} list={list} />
      )}
      {required !== true && (
        <button
          type="button"
          class="option-remove"
          // With the keyboard, Backspace in the empty field does the same.
          tabIndex={-1}
          aria-label={`Remove ${name}`}
          onClick={() => {
            goTo(removeOption(line, name));
          }}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}

function Value({ line, option, list }: OptionFieldProps) {
  const { name } = option;
  const { text } = givenIn(line, name);
  const isFocused = focusedField.value === name;
  const common = {
    'data-field': name,
    'aria-label': name,
    'aria-required': option.required === true,
    'aria-invalid': line.problems[name] !== undefined,
    ...(isFocused ? { 'aria-describedby': HINT_ID } : {}),
    value: text,
    autocomplete: 'off',
    onFocus: () => {
      focusField(line, name);
    },
    onBlur: leaveField,
  } as const;
  const write = (typed: string): void => {
    writeInto(line, name, typed);
  };
  return (
    <GrowingField text={text}>
      {hasList(option) ? (
        <input
          {...common}
          {...comboboxProps(isFocused && 'entries' in list.listing, list.highlight)}
          size={1}
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
          }}
        />
      ) : (
        <textarea
          {...common}
          rows={1}
          cols={1}
          inputMode={isNumber(option) ? 'decimal' : 'text'}
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
          }}
        />
      )}
    </GrowingField>
  );
}

function hasList(option: APIApplicationCommandBasicOption): boolean {
  if ('autocomplete' in option && option.autocomplete) return true;
  return guild.value !== null && choicesFor(option, guild.value) !== null;
}

function isNumber({ type }: APIApplicationCommandBasicOption): boolean {
  return type === Type.Integer || type === Type.Number;
}
