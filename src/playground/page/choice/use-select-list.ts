import { useState } from 'preact/hooks';
import { itemAfterKey, moves, writes, type KeyPress } from './list-keys.ts';
import { openList, reportOf, tick, type OpenList, type SelectRules } from './open-list.ts';
import type { SelectMenuProps } from './select-menu.tsx';
import { TypeAhead } from './type-ahead.ts';

/** A press of a key that can be kept from what the browser would do. */
interface Press extends KeyPress {
  readonly timeStamp: number;
  preventDefault(): void;
}

export interface SelectList {
  readonly rules: SelectRules;
  /** Values that the button shows. */
  readonly shown: readonly string[];
  /** Null while it is closed. */
  readonly open: OpenList | null;
  readonly toggle: () => void;
  readonly close: () => void;
  readonly activate: (index: number) => void;
  readonly pick: (index: number) => void;
  readonly press: (event: Press) => void;
}

/** What somebody chose, shown until the select is told something else than `before`. */
interface Picked {
  readonly before: string;
  readonly values: readonly string[];
}

/** The state of a select, and what mouse and keyboard do with it. */
export function useSelectList(props: SelectMenuProps): SelectList {
  const { choices, chosen, least = 1, most = 1, disabled = false, onChoose } = props;
  const [open, setOpen] = useState<OpenList | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [typeAhead] = useState(() => new TypeAhead());
  const rules: SelectRules = { values: choices.map(({ value }) => value), least, most };
  const before = JSON.stringify(chosen);
  const shown = picked?.before === before ? picked.values : chosen;

  const show = (): OpenList | null => {
    const list = disabled ? null : openList(rules, shown);
    setOpen(list);
    return list;
  };
  const report = (values: readonly string[]): void => {
    setPicked({ before, values });
    onChoose(values);
  };
  const close = (): void => {
    setOpen(null);
    const values = open === null || most === 1 ? null : reportOf(rules, open, shown);
    if (values !== null) report(values);
  };
  const activate = (index: number): void => {
    if (open !== null && index !== open.active) setOpen({ ...open, active: index });
  };
  const pick = (index: number): void => {
    const value = rules.values[index];
    if (open === null || value === undefined) return;
    const ticked = tick(rules, open, value);
    if (most > 1) {
      setOpen({ active: index, ticked });
    } else {
      setOpen(null);
      report(ticked);
    }
  };
  const search = (event: Press): void => {
    const list = open ?? show();
    if (list === null) return;
    const labels = choices.map(({ label }) => label);
    const from = open === null ? -1 : list.active;
    const found = typeAhead.find(event.key, event.timeStamp, labels, from);
    if (found !== null) setOpen({ ...list, active: found });
  };
  const press = (event: Press): void => {
    const action = actionOf(event, open !== null, typeAhead.isTyping(event.timeStamp));
    if (action === null) return;
    event.preventDefault();
    if (action === 'open') show();
    else if (action === 'close') close();
    else if (action === 'search') search(event);
    else if (open === null) return;
    else if (action === 'pick') pick(open.active);
    else activate(itemAfterKey(event.key, { active: open.active, count: choices.length }));
  };
  const toggle = (): void => {
    if (open === null) show();
    else close();
  };
  return { rules, shown, open, toggle, close, activate, pick, press };
}

type Action = 'open' | 'close' | 'pick' | 'move' | 'search';

const WHILE_CLOSED: Readonly<Record<string, Action>> = {
  ArrowDown: 'open',
  ArrowUp: 'open',
  Enter: 'open',
  ' ': 'open',
};
const WHILE_OPEN: Readonly<Record<string, Action>> = {
  Escape: 'close',
  Enter: 'pick',
  ' ': 'pick',
};

/** What a key does; null for those that are left to the browser. */
function actionOf(event: Press, isOpen: boolean, isTyping: boolean): Action | null {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return null;
  if (writes(event) && (key !== ' ' || isTyping)) return 'search';
  if (!isOpen) return WHILE_CLOSED[key] ?? null;
  return altKey && key === 'ArrowUp' ? 'close' : actionInList(key);
}

function actionInList(key: string): Action | null {
  return WHILE_OPEN[key] ?? (moves(key) ? 'move' : null);
}
