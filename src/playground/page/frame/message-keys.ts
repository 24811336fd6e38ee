import { stepTo } from './list-steps.ts';

/** Lets the arrow keys, Home and End go from message to message. One of them is in the order of Tab. */
export function moveBetweenMessages(event: KeyboardEvent): void {
  const { currentTarget: box, target } = event;
  if (!(box instanceof HTMLElement) || !(target instanceof HTMLElement)) return;
  if (isOthers(event)) return;
  const items = [...box.querySelectorAll<HTMLElement>('li[id^="message-"]')];
  const at = items.indexOf(target);
  // Fields and buttons inside a message keep their own keys.
  if (at === -1 && target !== box) return;
  const item = items[stepTo(event.key, at, items.length) ?? -1];
  if (item === undefined) return;
  event.preventDefault();
  for (const other of items) other.tabIndex = -1;
  item.tabIndex = 0;
  // The browser would show the middle of what is higher than the list.
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: item.offsetHeight > box.clientHeight ? 'start' : 'nearest' });
}

function isOthers({ ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || defaultPrevented;
}
