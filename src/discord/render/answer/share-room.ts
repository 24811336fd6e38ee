/**
 * Divides `room` among parts that would like to have `wanted`: the small ones get all of theirs, the others as much as
 * each other.
 */
export function shareRoom(wanted: readonly number[], room: number): number[] {
  const given = wanted.map(() => 0);
  const ascending = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  let left = room;
  for (const [done, at] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - done));
    const own = Math.min(wanted[at] ?? 0, share);
    given[at] = own;
    left -= own;
  }
  return given;
}
