/** Where a body breaks a rule, in the words and with the code of Discord. */
export interface ValidationProblem {
  readonly path: readonly (string | number)[];
  /** Such as `BASE_TYPE_REQUIRED`; a number such as `50006` is the error's own code instead of one of a field. */
  readonly code: string;
  readonly message: string;
}

export type Path = ValidationProblem['path'];

export function problem(path: Path, code: string, message: string): ValidationProblem {
  return { path, code, message };
}

export function required(path: Path): ValidationProblem {
  return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

export function tooLong(path: Path, most: number): ValidationProblem {
  return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
}

/** @param least may be 0. */
export function badLength(path: Path, least: number, most: number): ValidationProblem {
  const message = `Must be between ${least} and ${most} in length.`;
  return problem(path, 'BASE_TYPE_BAD_LENGTH', message);
}

export function notAllowed(path: Path, why: string): ValidationProblem {
  return problem(path, 'BASE_TYPE_FORBIDDEN', why);
}

export function otherType(path: Path, types: readonly unknown[]): ValidationProblem {
  const message = `Value of field "type" must be one of (${types.map(String).join(', ')}).`;
  return problem([...path, 'type'], 'UNION_TYPE_CHOICES', message);
}

/** A problem unless `length` is within `least` and `most`. */
export function lengthProblems(
  path: Path,
  length: number,
  least: number,
  most: number,
): readonly ValidationProblem[] {
  return length >= least && length <= most ? [] : [badLength(path, least, most)];
}
