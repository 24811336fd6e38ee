/** What does something of its own with the keys that are typed. */
const TAKES_KEYS =
  'input, textarea, select, [role="combobox"], [role="listbox"], [role="menu"] *, dialog *';

/**
 * Is the key meant for the message box, although something else has the focus? As in Discord, whatever is typed while that
 * takes no text. The space bar presses buttons and scrolls.
 */
export function isForTheBox({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return false;
  return document.activeElement?.matches(TAKES_KEYS) !== true;
}
