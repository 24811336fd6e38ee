/** Edge of the box, 24-bit RGB: blue brings something, grey has nothing. */
export const DIGEST_COLOURS = { news: 0x3b74b8, nothing: 0x8a8f98 } as const;
