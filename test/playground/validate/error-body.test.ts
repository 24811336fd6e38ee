import { expect, it } from 'vitest';
import {
  toErrorBody,
  validateCallback,
  validateMessage,
} from '../../../src/playground/validate/validate.ts';
import { text, v2 } from './bodies.ts';

it('names every problem at its place, as Discord does', () => {
  const body = v2(text(4_001), { type: 99 });
  expect(toErrorBody(validateMessage(body, 'create'))).toEqual({
    code: 50_035,
    message: 'Invalid Form Body',
    errors: {
      components: {
        0: {
          content: {
            _errors: [
              { code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 4000 or fewer in length.' },
            ],
          },
        },
        1: {
          type: {
            _errors: [
              {
                code: 'UNION_TYPE_CHOICES',
                message: 'Value of field "type" must be one of (1, 17, 13, 12, 9, 14, 10).',
              },
            ],
          },
        },
      },
    },
  });
});

it('keeps problems of a whole and of its parts apart', () => {
  const body = v2({
    type: 17,
    components: [text(2_001), text(2_000), { type: 13, file: { url: 'https://a.example' } }],
  });
  const { errors } = toErrorBody(validateMessage(body, 'create'));
  expect(errors).toMatchObject({
    components: {
      _errors: [{ code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED' }],
      0: {
        components: { 2: { file: { url: { _errors: [{ code: 'URL_TYPE_INVALID_SCHEME' }] } } } },
      },
    },
  });
});

it('has the code of an empty message for an empty message', () => {
  expect(toErrorBody(validateCallback({ type: 4, data: {} }))).toEqual({
    code: 50_006,
    message: 'Cannot send an empty message',
  });
});
