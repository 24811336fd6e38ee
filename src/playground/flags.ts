/** No bit of any flags. The types of Discord's flags have no member for it. */
export const NO_FLAGS: number = 0;

export function hasFlag(flags: number | undefined, flag: number): boolean {
  return ((flags ?? 0) & flag) !== 0;
}
