import { badLength, problem, required, tooLong } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isFields } from './shape.ts';
import { isBlank } from './strings.ts';

const CHOICES = 25;
const CHOICE_LENGTH = 100;

/** The data of an autocompletion's response. Every value is a text, or every value a number. */
export function choiceListProblems(data: unknown): readonly ValidationProblem[] {
  const choices: unknown = isFields(data) ? data['choices'] : undefined;
  const path: Path = ['choices'];
  if (choices === undefined || choices === null) return [required(path)];
  if (!Array.isArray(choices)) {
    return [problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')];
  }
  const problems = choices.flatMap((choice: unknown, index) =>
    choiceProblems(choice, [...path, index]),
  );
  const kinds = new Set(
    choices.map((choice: unknown) => (isFields(choice) ? typeof choice['value'] : 'undefined')),
  );
  if (kinds.size > 1) {
    problems.push(problem(path, 'UNION_TYPE_CHOICES', 'Values must all be of one type.'));
  }
  if (choices.length > CHOICES) problems.push(tooLong(path, CHOICES));
  return problems;
}

function choiceProblems(choice: unknown, path: Path): readonly ValidationProblem[] {
  if (!isFields(choice)) {
    return [problem(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  }
  return [
    ...textProblems(choice['name'], [...path, 'name']),
    ...(typeof choice['value'] === 'number'
      ? numberProblems(choice['value'], [...path, 'value'])
      : textProblems(choice['value'], [...path, 'value'])),
  ];
}

function textProblems(text: unknown, path: Path): readonly ValidationProblem[] {
  if (text === undefined || text === null) return [required(path)];
  if (typeof text !== 'string') {
    return [problem(path, 'STRING_TYPE_CONVERT', 'Could not interpret the value as string.')];
  }
  if (isBlank(text)) return [required(path)];
  return text.length > CHOICE_LENGTH ? [badLength(path, 1, CHOICE_LENGTH)] : [];
}

export function numberProblems(value: number, path: Path): readonly ValidationProblem[] {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return [];
  return [problem(path, 'NUMBER_TYPE_MAX', 'Value is not between -2^53 and 2^53.')];
}
