import type { Outcome } from '../../../answer/answer.ts';

/** Edge of the box, 24-bit RGB: green answers, amber comes near, grey has nothing. */
export const OUTCOME_COLOURS: Readonly<Record<Outcome, number>> = {
  answered: 0x2e9e5b,
  related: 0xd9a21b,
  nothing: 0x8a8f98,
};
