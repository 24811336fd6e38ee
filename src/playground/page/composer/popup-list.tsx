import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Highlight } from './use-highlight.ts';

/** The box shows one list at a time. */
const LIST_ID = 'composer-list';

function entryId(index: number): string {
  return `${LIST_ID}-${index}`;
}

/** What the field of a list tells screen readers about it. */
export function comboboxProps(isOpen: boolean, { index }: Highlight) {
  return {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
    'aria-expanded': isOpen,
    ...(isOpen ? { 'aria-controls': LIST_ID } : {}),
    ...(isOpen && index >= 0 ? { 'aria-activedescendant': entryId(index) } : {}),
  } as const;
}

export interface PopupListProps<Entry> {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly highlight: Highlight;
  readonly keyOf: (entry: Entry) => string;
  readonly draw: (entry: Entry) => ComponentChildren;
  readonly onChoose: (entry: Entry) => void;
}

/** The list above the message box. The field keeps the focus, whatever of the list is pressed. */
export function PopupList<Entry>(props: PopupListProps<Entry>) {
  const { label, entries, highlight, keyOf, draw, onChoose } = props;
  const { index: highlighted } = highlight;
  useLayoutEffect(() => {
    document.getElementById(entryId(highlighted))?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  return (
    <ul id={LIST_ID} class="popup-list" role="listbox" aria-label={label}>
      {entries.map((entry, index) => (
        <li
          key={keyOf(entry)}
          id={entryId(index)}
          class="popup-entry"
          role="option"
          aria-selected={index === highlighted}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onMouseMove={({ movementX, movementY }) => {
            // A list that opens below a resting pointer is not pointed at.
            const isMoved = movementX !== 0 || movementY !== 0;
            if (isMoved && index !== highlighted) highlight.move(index);
          }}
          onClick={() => {
            onChoose(entry);
          }}
        >
          {draw(entry)}
        </li>
      ))}
    </ul>
  );
}
