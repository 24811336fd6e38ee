import { expect, it } from 'vitest';
import {
  cssColour,
  fittedSize,
  isPicture,
  mediaAddress,
} from '../../../src/playground/page/message/media.ts';

it('fits a picture into its box, and never makes it larger', () => {
  const box = { width: 550, height: 350 };
  expect(fittedSize({ width: 1100, height: 350 }, box)).toEqual({ width: 550, height: 175 });
  expect(fittedSize({ width: 100, height: 700 }, box)).toEqual({ width: 50, height: 350 });
  expect(fittedSize({ width: 10, height: 20 }, box)).toEqual({ width: 10, height: 20 });
  expect(fittedSize({ width: null }, box)).toEqual(box);
});

it('draws only kinds of pictures that can hold no script', () => {
  expect(isPicture('image/png')).toBe(true);
  expect(isPicture('image/jpeg; charset=binary')).toBe(true);
  expect(isPicture('image/svg+xml')).toBe(false);
  expect(isPicture(undefined)).toBe(false);
});

it('takes addresses of its own server and of the web', () => {
  expect(mediaAddress('/cdn/1/a.txt')).toBe('/cdn/1/a.txt');
  expect(mediaAddress('https://a.example/b.png')).toBe('https://a.example/b.png');
  expect(mediaAddress('//a.example/b.png')).toBeNull();
  expect(mediaAddress('javascript:alert(1)')).toBeNull();
});

it('writes a colour of the API for CSS', () => {
  expect(cssColour(0x2e9e5b)).toBe('#2e9e5b');
  expect(cssColour(0)).toBe('#000000');
});
