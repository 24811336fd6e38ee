/**
 * Is the key meant for the message box, although it has not the focus? As in Discord, whatever is typed while nothing, or
 * only a message, has the focus.
 */
export function isForTheBox({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key.length !== 1 || ctrlKey || metaKey || altKey) return false;
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.matches('li[id^="message-"]');
}
