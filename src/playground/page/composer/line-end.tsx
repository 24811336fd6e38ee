import { HINT_ID } from './command-popup.tsx';
import { furtherOptions, givenIn, LINE_END, type CommandLine } from './draft.ts';
import { GrowingField } from './growing-field.tsx';
import { focusField, leaveField, writeInto } from './fields.ts';
import { focusedField } from './drafts.ts';
import { comboboxProps } from './popup-list.tsx';
import type { FieldList } from './use-listing.ts';

export interface LineEndProps {
  readonly line: CommandLine;
  readonly list: FieldList;
}

/** Behind the last option: where further ones are looked for and added. */
export function LineEnd({ line, list }: LineEndProps) {
  const { text } = givenIn(line, LINE_END);
  const count = furtherOptions(line).length;
  const isFocused = focusedField.value === LINE_END;
  const isOpen = isFocused && 'entries' in list.listing;
  const placeholder = count === 0 ? '' : `+${count} more`;
  return (
    <span class={count === 0 ? 'line-end' : 'line-end has-more'}>
      <GrowingField text={text === '' ? placeholder : text}>
        <input
          data-field={LINE_END}
          aria-label={count === 0 ? 'No more options' : `Add an option, ${count} more`}
          placeholder={placeholder}
          value={text}
          size={1}
          autocomplete="off"
          {...(isFocused ? { 'aria-describedby': HINT_ID } : {})}
          {...comboboxProps(isOpen, list.highlight)}
          onInput={({ currentTarget }) => {
            if (count === 0) currentTarget.value = '';
            else writeInto(line, LINE_END, currentTarget.value);
          }}
          onFocus={() => {
            focusField(line, LINE_END);
          }}
          onBlur={leaveField}
        />
      </GrowingField>
    </span>
  );
}
