/** One part of a form. */
export interface FormPart {
  readonly name: string;
  /** Null for a part that is no file. */
  readonly fileName: string | null;
  readonly contentType: string | null;
  readonly data: Buffer;
}

const LINE_END = '\r\n';
const HEADERS_END = '\r\n\r\n';

/**
 * The parts of a `multipart/form-data` body (RFC 7578).
 * @throws {Error} when it is not one, or ends before its closing boundary.
 */
export function parseForm(body: Buffer, contentType: string): FormPart[] {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw new Error('The form names no boundary.');
  const delimiter = Buffer.from(`${LINE_END}--${name}`);
  // The first boundary has no line before it.
  const whole = Buffer.concat([Buffer.from(LINE_END), body]);
  const parts: FormPart[] = [];
  let at = whole.indexOf(delimiter);
  if (at !== 0) throw new Error('The form does not begin with its boundary.');
  for (;;) {
    const start = at + delimiter.length;
    if (whole.toString('latin1', start, start + 2) === '--') return parts;
    at = whole.indexOf(delimiter, start);
    if (at < 0) throw new Error('The form ends before its closing boundary.');
    parts.push(parsePart(whole.subarray(start, at)));
  }
}

/** @param part from the end of its boundary: a line end, headers, an empty line, data. */
function parsePart(part: Buffer): FormPart {
  const headersEnd = part.indexOf(HEADERS_END);
  if (!part.subarray(0, 2).equals(Buffer.from(LINE_END)) || headersEnd < 0) {
    throw new Error('A part of the form has no headers.');
  }
  const headers = readHeaders(part.toString('utf8', 2, headersEnd));
  const disposition = headers.get('content-disposition') ?? '';
  const name = parameter(disposition, 'name');
  if (!disposition.startsWith('form-data') || name === null) {
    throw new Error('A part of the form has no name.');
  }
  return {
    name,
    fileName: parameter(disposition, 'filename'),
    contentType: headers.get('content-type') ?? null,
    data: part.subarray(headersEnd + HEADERS_END.length),
  };
}

function readHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split(LINE_END)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

/** Browsers and undici write quotes and line ends inside names with percent signs. */
function parameter(disposition: string, name: string): string | null {
  const value = new RegExp(`;\\s*${name}="([^"]*)"`).exec(disposition)?.[1];
  if (value === undefined) return null;
  return value.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
