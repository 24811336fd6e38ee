/** A term as segments store and find it. */
export interface TermKey {
  /** 32 bits, unsigned, spread evenly: segments keep their terms in this order. */
  readonly hash: number;
  /** UTF-8. */
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

export function termKey(term: string): TermKey {
  const bytes = encoder.encode(term);
  return { hash: hashOf(bytes), bytes };
}

/** FNV-1a, then the finaliser of MurmurHash3, because FNV alone leaves the high bits of short words alike. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Order of two keys, negative, 0 or positive: by hash, then bytes. Equal only for the same term. */
export function compareKeys(a: TermKey, b: TermKey): number {
  return a.hash - b.hash || compareBytes(a.bytes, b.bytes);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
