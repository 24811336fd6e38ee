/** A file as it came in a multipart request or from a person. */
export interface Upload {
  /** `n` of `files[n]`. */
  readonly index: number;
  readonly name: string;
  readonly data: Uint8Array;
  readonly contentType: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonlines; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
};

/** By the name's ending, as Discord does. */
export function contentTypeOf(name: string): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return CONTENT_TYPES[ending] ?? 'application/octet-stream';
}

/** The name Discord gives a file: ASCII letters, digits, dots, hyphens and underscores. */
export function storedName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\s+/g, '_')
    .replaceAll(/[^\w.-]/g, '')
    .replace(/^[._]+/, '');
  return /^\w/.test(plain) ? plain : `unknown${plain === '' ? '' : `.${plain}`}`;
}

/** The name without its ending, where `storedName` had to change it. */
export function titleOf(name: string): string | undefined {
  return storedName(name) === name ? undefined : name.replace(/\.[^.]*$/, '');
}
