/**
 * Where an answer stands, which decides its buttons: `open` in the channel for everybody; `own` for the asker alone;
 * `aside` further evidence that somebody opened for themselves; `shared` in the channel, by the user of that id.
 */
export type AnswerPlacing =
  | { readonly kind: 'open' | 'own' | 'aside' }
  | { readonly kind: 'shared'; readonly userId: string };

/** For custom ids: a letter, with the user's id behind it where there is one. */
export function placingCode(placing: AnswerPlacing): string {
  return placing.kind === 'shared' ? `s${placing.userId}` : CODES[placing.kind];
}

/** `open` for a code that is none. */
export function readPlacing(code: string | undefined): AnswerPlacing {
  const userId = /^s(\d{15,20})$/.exec(code ?? '')?.[1];
  if (userId !== undefined) return { kind: 'shared', userId };
  if (code === CODES.own) return { kind: 'own' };
  return { kind: code === CODES.aside ? 'aside' : 'open' };
}

const CODES = { open: 'o', own: 'p', aside: 'a' } as const;
