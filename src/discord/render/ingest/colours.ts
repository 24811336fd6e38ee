/** Edges of the boxes, 24-bit RGB. */
export const COLOURS = {
  new: 0x2e9e5b,
  changed: 0xd9a21b,
  same: 0x8a8f98,
  failure: 0xd64545,
} as const;
