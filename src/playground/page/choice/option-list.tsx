import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { canTick, missing, type OpenList, type SelectRules } from './open-list.ts';
import { placeList } from './placement.ts';
import type { SelectChoice } from './select-choice.ts';

export interface OptionListProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly SelectChoice[];
  readonly rules: SelectRules;
  readonly list: OpenList;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onActive: (index: number) => void;
  readonly onPick: (index: number) => void;
}

/** Id of the choice at `index` of the list `id`. */
export function optionId(id: string, index: number): string {
  return `${id}-${index}`;
}

/** The open list of a select, above everything else on the page. */
export function OptionList(props: OptionListProps) {
  const { id, label, choices, rules, list, button, onActive, onPick } = props;
  const popover = useRef<HTMLDivElement>(null);
  useFloating(popover, button);
  const { active } = list;
  useLayoutEffect(() => {
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const lacking = missing(rules, list.ticked);
  return (
    <div
      ref={popover}
      class="select-list"
      popover="manual"
      // The button keeps the focus, whatever of the list is pressed.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      <div
        id={id}
        class="select-options"
        role="listbox"
        aria-label={label}
        aria-multiselectable={rules.most > 1}
      >
        {choices.map((choice, index) => (
          <Option
            key={choice.value}
            id={optionId(id, index)}
            choice={choice}
            isActive={index === active}
            isTicked={list.ticked.includes(choice.value)}
            isDisabled={!canTick(rules, list, choice.value)}
            isBox={rules.most > 1}
            onActive={() => {
              onActive(index);
            }}
            onPick={() => {
              onPick(index);
            }}
          />
        ))}
      </div>
      {rules.most > 1 && rules.least > 0 && (
        <p class="select-hint">
          {lacking > 0 ? `Select ${lacking} more` : `${list.ticked.length} selected`}
        </p>
      )}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: SelectChoice;
  readonly isActive: boolean;
  readonly isTicked: boolean;
  readonly isDisabled: boolean;
  readonly isBox: boolean;
  readonly onActive: () => void;
  readonly onPick: () => void;
}

function Option(props: OptionProps) {
  const { id, choice, isActive, isTicked, isDisabled, isBox, onActive, onPick } = props;
  return (
    <div
      id={id}
      class={isActive ? 'select-option is-active' : 'select-option'}
      role="option"
      aria-selected={isTicked}
      aria-disabled={isDisabled}
      onMouseMove={onActive}
      onClick={onPick}
    >
      {choice.emoji !== undefined && (
        <span class="select-emoji" aria-hidden="true">
          {choice.emoji}
        </span>
      )}
      <span class="select-texts">
        <span class="select-label">{choice.label}</span>
        {choice.description !== undefined && (
          <span class="select-description">{choice.description}</span>
        )}
      </span>
      <span class={isBox ? 'select-tick is-box' : 'select-tick'}>
        {isTicked && <Icon name="check" size={14} />}
      </span>
    </div>
  );
}

/** Puts the list above the page, and keeps it at its button while the page scrolls. */
function useFloating(
  popover: RefObject<HTMLDivElement | null>,
  button: RefObject<HTMLButtonElement | null>,
): void {
  useLayoutEffect(() => {
    const list = popover.current;
    const anchor = button.current;
    if (list === null || anchor === null) return;
    list.showPopover();
    const place = (): void => {
      const box = anchor.getBoundingClientRect();
      list.style.left = `${box.left}px`;
      list.style.width = `${box.width}px`;
      // As high as it would be at this width.
      list.style.height = '';
      const { top, height } = placeList(box, list.offsetHeight, innerHeight);
      list.style.top = `${top}px`;
      list.style.height = `${height}px`;
    };
    const follow = ({ target }: Event): void => {
      if (!(target instanceof Node && list.contains(target))) place();
    };
    place();
    addEventListener('scroll', follow, true);
    addEventListener('resize', follow);
    return () => {
      removeEventListener('scroll', follow, true);
      removeEventListener('resize', follow);
    };
  }, [popover, button]);
}
