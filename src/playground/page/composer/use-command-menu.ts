import { useState } from 'preact/hooks';
import { matchCommands, type CommandEntry } from './command-list.ts';
import { focusedField } from './drafts.ts';
import { useHighlight, type Highlight } from './use-highlight.ts';

/** The list of commands, while a slash begins the text. */
export interface CommandMenu {
  /** None while the menu is closed. */
  readonly entries: readonly CommandEntry[];
  readonly highlight: Highlight;
  readonly close: () => void;
}

export function useCommandMenu(text: string, commands: readonly CommandEntry[]): CommandMenu {
  const [closedAt, setClosedAt] = useState<string | null>(null);
  if (closedAt !== null && closedAt !== text) setClosedAt(null);
  const isOpen = text.startsWith('/') && text !== closedAt && focusedField.value !== null;
  const entries = isOpen ? matchCommands(commands, text.slice(1)) : [];
  const highlight = useHighlight(text, entries.length, 0);
  return {
    entries,
    highlight,
    close: () => {
      setClosedAt(text);
    },
  };
}
