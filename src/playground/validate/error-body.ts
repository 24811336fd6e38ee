import type { ValidationProblem } from './problem.ts';

export interface ErrorBody {
  readonly code: number;
  readonly message: string;
  readonly errors?: ErrorTree;
}

interface ErrorTree {
  readonly [field: string]: ErrorTree | readonly FieldError[];
}

interface FieldError {
  readonly code: string;
  readonly message: string;
}

const INVALID_FORM_BODY = 50_035;

/** What Discord answers, with status 400. A problem with a code of its own stands for the whole body. */
export function toErrorBody(problems: readonly ValidationProblem[]): ErrorBody {
  const whole = problems.find(({ code }) => /^\d+$/.test(code));
  if (whole !== undefined) return { code: Number(whole.code), message: whole.message };
  return { code: INVALID_FORM_BODY, message: 'Invalid Form Body', errors: treeOf(problems) };
}

function treeOf(problems: readonly ValidationProblem[], depth = 0): ErrorTree {
  const here: FieldError[] = [];
  const below = new Map<string, ValidationProblem[]>();
  for (const problem of problems) {
    const field = problem.path[depth];
    if (field === undefined) here.push({ code: problem.code, message: problem.message });
    else below.set(String(field), [...(below.get(String(field)) ?? []), problem]);
  }
  const inner = [...below].map(([field, inside]) => [field, treeOf(inside, depth + 1)] as const);
  return { ...(here.length > 0 && { _errors: here }), ...Object.fromEntries(inner) };
}
