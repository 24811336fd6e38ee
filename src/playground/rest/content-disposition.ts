/** Saves what is served under this name (RFC 6266), whatever the name holds. */
export function savedAs(filename: string): string {
  const plain = filename.replaceAll(/[^\x20-\x7e]|["\\%]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(filename)}`;
}

/** As RFC 5987 writes values; half a character becomes the one that stands for what cannot be read. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
