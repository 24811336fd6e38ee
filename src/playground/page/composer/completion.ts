import type { ActionResult, ChoiceView } from '../../page-protocol.ts';

/** What the bot offers for what is typed. */
export type Completion =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly choices: readonly ChoiceView[] };

/** Milliseconds without a key after which the bot is asked. */
export const PAUSE_MS = 150;

/**
 * Asks once the person pauses, and gives `show` how it went; what has been asked before is forgotten, also an answer that is
 * still to come.
 * @returns what ends it.
 */
export function complete(
  ask: () => Promise<ActionResult>,
  show: (completion: Completion) => void,
): () => void {
  let isOver = false;
  show({ state: 'loading' });
  const timer = setTimeout(() => {
    void ask().then((result) => {
      if (isOver) return;
      show(
        result.outcome === 'choices'
          ? { state: 'ready', choices: result.choices }
          : { state: 'failed' },
      );
    });
  }, PAUSE_MS);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
