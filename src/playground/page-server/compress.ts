import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** In the order of preference. */
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

/**
 * Both forms of a file. QUALITY_NOTE
 */
export async function compress(body: Uint8Array): Promise<ReadonlyMap<Encoding, Uint8Array>> {
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    promisify(gzip)(body),
  ]);
  return new Map<Encoding, Uint8Array>([
    ['br', br],
    ['gzip', zipped],
  ]);
}

/** The best encoding that the client takes; null for none. @param accepted its `Accept-Encoding` */
export function encodingFor(accepted: string): Encoding | null {
  const taken = accepted.split(',').map((entry) => {
    const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter)) ? '' : name;
  });
  return ENCODINGS.find((encoding) => taken.includes(encoding)) ?? null;
}
