const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** A number of bytes as a person reads it: `812 bytes`, `1.21 KB`. */
export function fileSize(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1_024 && unit < UNITS.length - 1) {
    size /= 1_024;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(2)} ${UNITS[unit] ?? ''}`;
}
