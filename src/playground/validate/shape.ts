import type { $ZodIssue, $ZodType } from 'zod/v4/core';
import { safeParse } from 'zod/v4/core';
import { otherType, problem, required, tooLong } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';

/** A body that has the schema's shape, without nulls and unknown fields, or what is wrong with it. */
export type Shape<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problems: readonly ValidationProblem[] };

export function shapeOf<T>(schema: $ZodType<T>, body: unknown, path: Path = []): Shape<T> {
  const plain = withoutNulls(body);
  const parsed = safeParse(schema, plain);
  if (parsed.success) return { ok: true, data: parsed.data };
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, plain, path));
  return { ok: false, problems };
}

/** Discord reads null as "absent" where it does not refuse it. Entries of lists stay. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]));
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param body what `issue.path` starts from. */
function problemsOf(issue: $ZodIssue, body: unknown, base: Path): readonly ValidationProblem[] {
  const path = [...base, ...issue.path.map(keyOf)];
  const value = valueAt(body, issue.path);
  if (issue.code === 'invalid_union') return unionProblems(issue.errors, value, path);
  if (value === undefined) return [required(path)];
  return [problemOf(issue, value, path)];
}

function keyOf(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)] as unknown;
    return isFields(value) ? value[String(key)] : undefined;
  }, body);
}

/** Of the alternatives the one whose `type` is given counts; without such a one the `type` is what is wrong. */
function unionProblems(
  alternatives: readonly (readonly $ZodIssue[])[],
  value: unknown,
  path: Path,
): readonly ValidationProblem[] {
  if (!isFields(value)) {
    const [first] = alternatives.flat();
    return first === undefined ? [] : problemsOf(first, value, path);
  }
  const meant = alternatives.find((issues) => !issues.some((issue) => issue.path[0] === 'type'));
  if (meant !== undefined) return meant.flatMap((issue) => problemsOf(issue, value, path));
  const types = alternatives
    .flat()
    .flatMap((issue) =>
      issue.path[0] === 'type' && issue.code === 'invalid_value' ? issue.values : [],
    );
  return [otherType(path, types)];
}

function problemOf(issue: $ZodIssue, value: unknown, path: Path): ValidationProblem {
  if (issue.code === 'too_big') return tooBig(Number(issue.maximum), value, path);
  if (issue.code === 'too_small') return tooSmall(Number(issue.minimum), value, path);
  if (issue.code === 'invalid_type') return wrongType(issue.expected, path);
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ');
    return problem(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices}}.`);
  }
  return issue.code === 'invalid_format' && issue.format === 'url'
    ? problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
    : problem(path, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
}

function tooBig(most: number, value: unknown, path: Path): ValidationProblem {
  if (typeof value !== 'number') return tooLong(path, most);
  return problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
}

function tooSmall(least: number, value: unknown, path: Path): ValidationProblem {
  if (typeof value === 'number') {
    const message = `int value should be greater than or equal to ${least}.`;
    return problem(path, 'NUMBER_TYPE_MIN', message);
  }
  if (value === '') return required(path);
  return problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${least} or more in length.`);
}

const CONVERSIONS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret the value as string.'],
  number: ['NUMBER_TYPE_COERCE', 'Value is not a number.'],
  int: ['NUMBER_TYPE_COERCE', 'Value is not int.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
};

function wrongType(expected: string, path: Path): ValidationProblem {
  const [code, message] = CONVERSIONS[expected] ?? [
    'DICT_TYPE_CONVERT',
    'Only dictionaries may be used in a DictType',
  ];
  return problem(path, code, message);
}
