/** Edge of the box, 24-bit RGB: blue brings something, grey has nothing, amber needs somebody. */
export const DIGEST_COLOURS = { news: 0x3b74b8, nothing: 0x8a8f98, trouble: 0xd9a21b } as const;
