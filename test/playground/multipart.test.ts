import { describe, expect, it } from 'vitest';
import { parseForm } from '../../src/playground/rest/multipart.ts';

const TYPE = 'multipart/form-data; boundary=b';

function form(...parts: readonly string[]): Buffer {
  return Buffer.from(`${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`);
}

describe('forms', () => {
  it('are taken apart, whatever stands in the data', () => {
    const parts = parseForm(
      form(
        'Content-Disposition: form-data; name="payload_json"\r\n\r\n{}',
        'content-disposition: form-data; name="files[0]"; filename="a%22.txt"\r\nContent-Type: text/x\r\n\r\n -b\n\r\n\r\n--',
        'Content-Disposition: form-data; name="files[1]"; filename="ü.txt"\r\n\r\n',
      ),
      TYPE,
    );
    expect(parts.map(({ data, ...rest }) => ({ ...rest, data: data.toString() }))).toEqual([
      { name: 'payload_json', fileName: null, contentType: null, data: '{}' },
      { name: 'files[0]', fileName: 'a".txt', contentType: 'text/x', data: ' -b\n\r\n\r\n--' },
      { name: 'files[1]', fileName: 'ü.txt', contentType: null, data: '' },
    ]);
  });

  it('may quote their boundary and have no parts', () => {
    expect(parseForm(Buffer.from('--b b--'), 'multipart/form-data; boundary="b b"')).toEqual([]);
  });

  it.each([
    ['no boundary named', form('x'), 'multipart/form-data', 'names no boundary'],
    ['another boundary', form('x'), 'multipart/form-data; boundary=c', 'does not begin'],
    ['nothing behind a boundary', Buffer.from('--b\r\nx'), TYPE, 'ends before its closing'],
    ['no headers', form('x'), TYPE, 'no headers'],
    ['no name', form('Content-Disposition: form-data\r\n\r\nx'), TYPE, 'no name'],
    ['no form data', form('Content-Disposition: inline; name="a"\r\n\r\nx'), TYPE, 'no name'],
  ])('with %s are refused', (_, body, type, message) => {
    expect(() => parseForm(body, type)).toThrow(message);
  });
});
