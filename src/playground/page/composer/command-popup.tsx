import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { givenIn, LINE_END, shownOptions, type CommandLine } from './draft.ts';
import { takeEntry } from './line-keys.ts';
import type { ListEntry } from './listing.ts';
import { limitsOf } from './option-limits.ts';
import { PopupList } from './popup-list.tsx';
import type { FieldList } from './use-listing.ts';

/** Id of what describes the focused field. */
export const HINT_ID = 'composer-hint';

export interface CommandPopupProps {
  readonly line: CommandLine;
  /** The field that has the focus. */
  readonly field: string;
  readonly list: FieldList;
}

/** Above the line: what the focused field is for, what is wrong with it, and what it offers. */
export function CommandPopup({ line, field, list }: CommandPopupProps) {
  const option = shownOptions(line).find(({ name }) => name === field);
  return (
    <div class="composer-popup">
      {option === undefined ? <CommandHint line={line} /> : <Hint line={line} option={option} />}
      <FieldOffers line={line} field={field} list={list} />
    </div>
  );
}

function CommandHint({ line: { entry } }: { readonly line: CommandLine }) {
  return (
    <p id={HINT_ID} class="popup-hint">
      <strong>/{entry.name}</strong> <span>{entry.description}</span>
    </p>
  );
}

interface HintProps {
  readonly line: CommandLine;
  readonly option: APIApplicationCommandBasicOption;
}

function Hint({ line, option }: HintProps) {
  const { name, description } = option;
  const problem = line.problems[name];
  return (
    <p id={HINT_ID} class="popup-hint">
      <strong>{name}</strong>{' '}
      {problem === undefined ? (
        <span>{description}</span>
      ) : (
        <span class="hint-problem" role="alert">
          {problem}
        </span>
      )}{' '}
      <span class="hint-limits">{limitsOf(option, givenIn(line, name).text.length)}</span>
    </p>
  );
}

function FieldOffers({ line, field, list: { listing, highlight } }: CommandPopupProps) {
  if (listing.kind === 'none') return null;
  if (listing.kind === 'note') {
    return (
      <p class="popup-note" role="status">
        {listing.text}
      </p>
    );
  }
  return (
    <>
      {field === LINE_END && <p class="popup-title">Options</p>}
      <PopupList
        label={field === LINE_END ? 'Options' : field}
        entries={listing.entries}
        highlight={highlight}
        keyOf={({ key }) => key}
        draw={drawEntry}
        onChoose={(entry) => {
          takeEntry(line, field, listing, listing.entries.indexOf(entry));
        }}
      />
    </>
  );
}

function drawEntry({ title, detail }: ListEntry) {
  return (
    <span class="entry-texts">
      <span class="entry-title">{title}</span>
      {detail !== undefined && <span class="entry-detail">{detail}</span>}
    </span>
  );
}
