import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { act, noteProblem, sendMessageCommand } from '../actions.ts';
import { itemAfterKey, moves, writes } from '../choice/list-keys.ts';
import { placeMenu } from '../choice/placement.ts';
import { TypeAhead } from '../choice/type-ahead.ts';
import { announce, channel, guild, messages } from '../store.ts';
import { copyText } from './copy-text.ts';
import { menuItems, type MenuItem } from './menu-items.ts';

/** A message whose context menu is open, and where. */
export interface OpenMenu {
  readonly messageId: string;
  /** CSS pixels from the window's top left corner. */
  readonly x: number;
  readonly y: number;
}

export const openMenu = signal<OpenMenu | null>(null);

/** The context menu of a message: its apps, and copying. */
export function MessageMenu() {
  const opened = openMenu.value;
  const view = messages.value.find(({ message }) => message.id === opened?.messageId);
  if (opened === null || view === undefined || guild.value === null || channel.value === null) {
    return null;
  }
  const items = menuItems(view, guild.value, channel.value);
  // Another point is another menu, which takes its place and the focus anew.
  const key = `${opened.messageId}/${opened.x}/${opened.y}`;
  return <Menu key={key} opened={opened} items={items} />;
}

function close(): void {
  openMenu.value = null;
}

interface MenuProps {
  readonly opened: OpenMenu;
  readonly items: readonly MenuItem[];
}

function Menu({ opened, items }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [typeAhead] = useState(() => new TypeAhead());
  useOpened(menu, opened);
  const apps = items.filter(({ kind }) => kind === 'app');
  const others = items.filter(({ kind }) => kind !== 'app');
  const press = (event: KeyboardEvent): void => {
    const buttons = itemsOf(menu.current);
    const active = buttons.findIndex((button) => button === document.activeElement);
    const to = target(event, active, items, typeAhead);
    if (to === null) return;
    event.preventDefault();
    if (to === 'close') close();
    else buttons[to]?.focus();
  };
  const draw = (item: MenuItem) => (
    <Item
      key={item.label}
      item={item}
      onChoose={() => {
        close();
        void choose(item, opened.messageId);
      }}
    />
  );
  return (
    <div
      ref={menu}
      class="message-menu"
      popover="manual"
      role="menu"
      aria-label="Message"
      onKeyDown={press}
      onFocusOut={({ relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && menu.current?.contains(relatedTarget);
        if (isInside !== true && document.hasFocus()) close();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
      }}
    >
      {apps.length > 0 && (
        <div role="group" aria-label="Apps" class="message-menu-group">
          <span class="message-menu-title" aria-hidden="true">
            Apps
          </span>
          {apps.map(draw)}
        </div>
      )}
      <div role="group" aria-label="This message" class="message-menu-group">
        {others.map(draw)}
      </div>
    </div>
  );
}

interface ItemProps {
  readonly item: MenuItem;
  readonly onChoose: () => void;
}

function Item({ item: { kind, label }, onChoose }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class={kind === 'dismiss' ? 'message-menu-item is-danger' : 'message-menu-item'}
      onMouseMove={({ currentTarget }) => {
        currentTarget.focus({ preventScroll: true });
      }}
      onClick={onChoose}
    >
      {label}
    </button>
  );
}

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return Array.from(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []);
}

/** Index of the item that a key goes to; null for keys that are left to the browser. */
function target(
  event: KeyboardEvent,
  active: number,
  items: readonly MenuItem[],
  typeAhead: TypeAhead,
): number | 'close' | null {
  const { key, timeStamp } = event;
  if (key === 'Escape' || key === 'Tab') return 'close';
  if (moves(key)) return itemAfterKey(key, { active, count: items.length, wraps: true });
  if (!writes(event) || (key === ' ' && !typeAhead.isTyping(timeStamp))) return null;
  const labels = items.map(({ label }) => label);
  return typeAhead.find(key, timeStamp, labels, active);
}

/** Shows the menu where it was asked for, and gives the focus back to where it was, or else to the message. */
function useOpened(menu: RefObject<HTMLDivElement | null>, { messageId, x, y }: OpenMenu): void {
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const { left, top } = placeMenu({ x, y }, size, { width: innerWidth, height: innerHeight });
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    itemsOf(element)[0]?.focus();
    addEventListener('resize', close);
    // A press on what takes no focus closes the menu as well.
    const leave = ({ target: pressed }: Event): void => {
      if (!(pressed instanceof Node && element.contains(pressed))) close();
    };
    addEventListener('pointerdown', leave, true);
    return () => {
      removeEventListener('resize', close);
      removeEventListener('pointerdown', leave, true);
      if (!element.contains(document.activeElement)) return;
      const message = document.getElementById(`message-${messageId}`);
      const isNothing = before === null || before === document.body || !before.isConnected;
      const back = isNothing ? message : before;
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [menu, messageId, x, y]);
}

async function choose(item: MenuItem, message: string): Promise<void> {
  switch (item.kind) {
    case 'app': {
      const refusal = await sendMessageCommand(item.label, message);
      if (refusal !== null) noteProblem(item.label, refusal);
      break;
    }
    case 'copy':
      await copyText(item.text);
      announce('Copied');
      break;
    case 'dismiss':
      await act('dismiss', { message });
      break;
  }
}
