import { useState } from 'preact/hooks';

export interface Highlight {
  /** Index of the entry that Enter takes; -1 for none. */
  readonly index: number;
  readonly move: (index: number) => void;
}

/**
 * The highlight of a list. It begins anew with every `subject`.
 * @param first where it begins: 0, or -1 where Enter does something else unless the person goes into the list.
 */
export function useHighlight(subject: string, count: number, first: 0 | -1): Highlight {
  const [moved, setMoved] = useState<{ subject: string; index: number }>({ subject, index: first });
  const index = moved.subject === subject ? moved.index : first;
  return {
    index: Math.min(index, count - 1),
    move: (to) => {
      setMoved({ subject, index: to });
    },
  };
}
