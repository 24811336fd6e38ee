import { expect, test } from 'vitest';
import { readStartArguments } from '../../src/start/start-arguments.ts';

test('both arguments are known, in any order; anything else is not', () => {
  expect(readStartArguments([])).toEqual({ playground: false, open: false });
  expect(readStartArguments(['--open', '--playground'])).toEqual({ playground: true, open: true });
  expect(readStartArguments(['--open', 'it'])).toBeNull();
});
