import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/archive/readers/decode.ts';

const PLAIN = 'Ångström “says” – naïve €5, and more words so that there are spaces.';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

function windows1252(text: string): Uint8Array {
  const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009Dž\u0178';
  return Uint8Array.from(text, (character) => {
    const place = high.indexOf(character);
    return place === -1 ? character.charCodeAt(0) : 0x80 + place;
  });
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(PLAIN)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${PLAIN}`)],
    ['UTF-16 LE with a byte order mark', utf16(PLAIN, 'le', true)],
    ['UTF-16 BE with a byte order mark', utf16(PLAIN, 'be', true)],
    ['UTF-16 LE without one', utf16(PLAIN, 'le', false)],
    ['UTF-16 BE without one', utf16(PLAIN, 'be', false)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes, null)).toEqual({ text: PLAIN, notes: [] });
  });

  it('falls back to Windows-1252, and says so', () => {
    expect(decodeText(windows1252(PLAIN), null)).toEqual({
      text: PLAIN,
      notes: ['the text is not UTF-8: it was read as Windows-1252'],
    });
  });

  it('believes a media type and an HTML declaration where the bytes are not UTF-8', () => {
    const cyrillic = Uint8Array.of(0xec, 0xe8, 0xf0);
    const page = Buffer.concat([Buffer.from('<html><meta charset="windows-1251">'), cyrillic]);
    expect(decodeText(cyrillic, 'text/plain; charset=windows-1251')).toMatchObject({ text: 'мир' });
    expect(decodeText(page, 'text/html')).toMatchObject({
      text: '<html><meta charset="windows-1251">мир',
    });
  });

  it('believes valid UTF-8 more than a wrong declaration', () => {
    const page = Buffer.from('<meta charset="iso-8859-1">é');
    expect(decodeText(page, 'text/html; charset=iso-8859-1')).toMatchObject({
      text: '<meta charset="iso-8859-1">é',
    });
  });

  it('keeps a UTF-8 text with a damaged place, and says so', () => {
    const bytes = Buffer.concat([Buffer.from('éàü'), Uint8Array.of(0xff), Buffer.from('ö')]);
    expect(decodeText(bytes, null)).toEqual({
      text: 'éàü\uFFFDö',
      notes: ['1 places are damaged: they are no valid UTF-8'],
    });
  });

  it.each([
    ['a PDF document', Buffer.from('%PDF-1.7 words')],
    ['a ZIP archive or an Office document', Uint8Array.of(0x50, 0x4b, 3, 4, 20)],
    ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)],
  ])('names %s instead of reading it', (name, bytes) => {
    expect(decodeText(bytes, null)).toEqual({
      problem: `this is ${name}, not text: save it as text or HTML first`,
    });
  });

  it.each([
    ['a NUL byte in text', Buffer.from(`${PLAIN}\0${PLAIN}`)],
    ['NUL bytes at both kinds of places', Uint8Array.of(65, 0, 0, 66, 0, 0)],
    ['many control characters', Buffer.from('a\u0001b\u0002'.repeat(20))],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(bytes, null)).toEqual({ problem: 'this is binary data, not text' });
  });

  it('gives back any text written as UTF-16, in either order', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((value) => !/\p{Cn}|\p{Co}|\p{Cc}|\uFFFD/u.test(value));
    fc.assert(
      fc.property(text, fc.constantFrom('le' as const, 'be' as const), (value, order) => {
        expect(decodeText(utf16(value, order, true), null)).toEqual({ text: value, notes: [] });
      }),
    );
  });

  it('gives back any text written as Windows-1252', () => {
    const character = fc
      .integer({ min: 0x20, max: 0xff })
      .map((byte) => new TextDecoder('latin1').decode(Uint8Array.of(byte)));
    const label = 'text/plain; charset=windows-1252';
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        // A text whose bytes happen to be UTF-8 ("Ã©") is read as UTF-8.
        const bytes = windows1252(`é ${characters.join('')}`);
        expect(decodeText(bytes, label)).toMatchObject({
          text: expect.stringMatching(/^é /) as string,
        });
        if (/^[\u0020-\u007E\u00A0-\u00BF]*$/.test(characters.join(''))) {
          expect(decodeText(bytes, label)).toMatchObject({ text: `é ${characters.join('')}` });
        }
      }),
    );
  });
});
