/** The lines that fit into `room` characters, from the first one; `more` then says how many are left out. */
export function linesWithin(
  lines: readonly string[],
  room: number,
  more: (count: number) => string,
): string {
  if (lengthOf(lines) <= room) return lines.join('\n');
  const rest = lengthOf([more(lines.length)]);
  let kept = 0;
  while (lengthOf(lines.slice(0, kept + 1)) + rest <= room) kept += 1;
  return [...lines.slice(0, kept), more(lines.length - kept)].join('\n');
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
