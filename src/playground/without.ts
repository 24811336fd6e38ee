/** The object without some of its fields. */
export function without<T extends object, K extends keyof T>(
  value: T,
  ...fields: readonly K[]
): Omit<T, K> {
  const left = { ...value };
  for (const field of fields) Reflect.deleteProperty(left, field);
  return left;
}
