/**
 * The JSON value with the addresses of files under their new origin, wherever they stand in it. Every start may have
 * another port.
 */
export function moved<T>(value: T, from: string, to: string): T {
  if (from === to) return value;
  const change = (text: string): string =>
    ['/attachments/', '/ephemeral-attachments/'].reduce(
      (changed, folder) => changed.replaceAll(`${from}${folder}`, () => `${to}${folder}`),
      text,
    );
  // Of the same shape: only texts have changed.
  return mapped(value, change) as T;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapped(item, change)]),
  );
}
