import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLocalTime } from '../../../src/digest/calendar/local-time.ts';

test.each([
  ['08:00', '08:00'],
  ['8:00', '08:00'],
  ['8', '08:00'],
  [' 08 ', '08:00'],
  ['8am', '08:00'],
  ['8 AM', '08:00'],
  ['8 a.m.', '08:00'],
  ['8:30 pm', '20:30'],
  ['8:30 p.m.', '20:30'],
  ['8.30pm', '20:30'],
  ['8p.m.', '20:00'],
  ['12am', '00:00'],
  ['12:15 am', '00:15'],
  ['12pm', '12:00'],
  ['noon', '12:00'],
  ['Midnight', '00:00'],
  ['20h', '20:00'],
  ['20 h', '20:00'],
  ['8h30', '08:30'],
  ['8 h 30', '08:30'],
  ['20 Uhr', '20:00'],
  ['um 20 Uhr', '20:00'],
  ['20 Uhr 30', '20:30'],
  ['7.45 Uhr', '07:45'],
  ['Mitternacht', '00:00'],
  ['à 8 heures', '08:00'],
  ['8 heures 15', '08:15'],
  ['midi', '12:00'],
  ['a las 8', '08:00'],
  ['a las 20:30 horas', '20:30'],
  ['mediodía', '12:00'],
  ["8 o'clock", '08:00'],
  ['8 o’clock', '08:00'],
  ['0800', '08:00'],
  ['830', '08:30'],
  ['1930', '19:30'],
  ['08:00:00', '08:00'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
  ['８：３０', '08:30'],
])('"%s" is %s', (typed, time) => {
  expect(readLocalTime(typed)).toBe(time);
});

test.each([
  ...[
    '',
    'soon',
    '24:00',
    '25',
    '8:60',
    '8:5',
    '13pm',
    '0am',
    '-8',
    '8:00 8:00',
    '12345',
    '8 am pm',
  ],
  ...['08:00:30', '8 bananas', 'every day', '1e1', '٨'],
])('"%s" is no time', (typed) => {
  expect(readLocalTime(typed)).toBeNull();
});

test('whatever is typed is a time of the day or none', () => {
  const typed = fc.stringMatching(/^[0-9: .hapmur]{0,9}$/);
  fc.assert(
    fc.property(typed, (text) => {
      expect(readLocalTime(text) ?? '00:00').toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
    }),
  );
});

test('a time as it is shown is read as it is', () => {
  for (let minute = 0; minute < 1440; minute++) {
    const time = new Date(minute * 60_000).toISOString().slice(11, 16);
    expect(readLocalTime(time)).toBe(time);
  }
});
