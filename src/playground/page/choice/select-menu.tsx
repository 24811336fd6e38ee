import { useId, useRef } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { OptionList, optionId } from './option-list.tsx';
import type { SelectChoice } from './select-choice.ts';
import { useSelectList, type SelectList } from './use-select-list.ts';

export interface SelectMenuProps {
  readonly id?: string;
  /** Name for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly SelectChoice[];
  readonly chosen: readonly string[];
  /** Default 1. */
  readonly least?: number;
  /** Above 1 several can be chosen; the menu then reports when it closes. Default 1. */
  readonly most?: number;
  readonly disabled?: boolean;
  /** Is what is chosen refused? Default false. */
  readonly invalid?: boolean;
  /** Ids of the elements that describe the select. */
  readonly describedBy?: string;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A select as Discord draws it: a button that opens a list, by mouse or keyboard. */
export function SelectMenu(props: SelectMenuProps) {
  const { label, choices, describedBy } = props;
  const { disabled = false, invalid = false } = props;
  const button = useRef<HTMLButtonElement>(null);
  const ownId = useId();
  const { id = ownId } = props;
  const listId = `${id}-list`;
  const select = useSelectList(props);
  const { open, shown } = select;
  return (
    <div class="select">
      <button
        {...pointers(select, listId)}
        ref={button}
        id={id}
        class="select-button"
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-label={label}
        aria-expanded={open !== null}
        // A button that cannot be focused would lose the focus as soon as it waits.
        aria-disabled={disabled}
        aria-invalid={invalid}
        {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        onClick={() => {
          // Safari does not focus a button that is clicked.
          button.current?.focus();
          select.toggle();
        }}
        onKeyDown={select.press}
        onKeyUp={(event) => {
          // Firefox clicks the button when the space bar is let go.
          if (event.key === ' ') event.preventDefault();
        }}
        onBlur={() => {
          // The window lost the focus, not the button.
          if (document.activeElement !== button.current) select.close();
        }}
      >
        <Shown {...props} chosen={shown} />
        <span class="select-chevron">
          <Icon name="chevron" />
        </span>
      </button>
      {open !== null && (
        <OptionList
          id={listId}
          label={label}
          choices={choices}
          rules={select.rules}
          list={open}
          button={button}
          onActive={select.activate}
          onPick={select.pick}
        />
      )}
    </div>
  );
}

/** Which list the button has opened, and where the keyboard is in it. */
function pointers({ open, rules }: SelectList, listId: string) {
  if (open === null) return {};
  const isEmpty = rules.values.length === 0;
  return {
    'aria-controls': listId,
    ...(isEmpty ? {} : { 'aria-activedescendant': optionId(listId, open.active) }),
  };
}

function Shown({ choices, chosen, placeholder }: SelectMenuProps) {
  const picked = choices.filter(({ value }) => chosen.includes(value));
  const [only] = picked;
  if (only === undefined) return <span class="select-placeholder">{placeholder}</span>;
  return (
    <span class="select-value">
      {picked.length === 1 && only.emoji !== undefined && (
        <span class="select-emoji" aria-hidden="true">
          {only.emoji}
        </span>
      )}
      <span class="select-label">{picked.map(({ label }) => label).join(', ')}</span>
    </span>
  );
}
