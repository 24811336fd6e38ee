import { signal } from '@preact/signals';

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
  return null;
}
