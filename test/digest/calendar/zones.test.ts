import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { findZone, findZones } from '../../../src/digest/calendar/zones.ts';
import { zoneNames } from '../../../src/digest/calendar/zone-names.ts';

const NOW = new Date('2024-11-26T09:04:00Z');

const labels = (typed: string, limit = 25): string[] =>
  findZones(typed, limit, NOW).map(({ label }) => label);

describe('zones that are offered', () => {
  test.each([
    ['europe/ber', 'Europe/Berlin · 10:04'],
    ['Berlin', 'Europe/Berlin · 10:04'],
    ['mun', 'Europe/Berlin · Munich · 10:04'],
    ['münchen', 'Europe/Berlin · München · 10:04'],
    ['koln', 'Europe/Berlin · Köln · 10:04'],
    ['WROCLAW', 'Europe/Warsaw · Wrocław · 10:04'],
    ['new_york', 'America/New_York · 04:04'],
    ['new y', 'America/New_York · 04:04'],
    ['york', 'America/New_York · 04:04'],
    ['boston', 'America/New_York · Boston · 04:04'],
    ['sao paulo', 'America/Sao_Paulo · 06:04'],
    ['st. john’s', 'America/St_Johns · 05:34'],
    ['Germany', 'Europe/Berlin · Germany · 10:04'],
    ['deutschl', 'Europe/Berlin · Deutschland · 10:04'],
    ['États-Unis', 'America/New_York · États-Unis · 04:04'],
    ['nepal', 'Asia/Kathmandu · Nepal · 14:49'],
    ['asia/calcutta', 'Asia/Kolkata · Asia/Calcutta · 14:34'],
    ['kiev', 'Europe/Kyiv · Kiev · 11:04'],
    ['US/Pacific', 'America/Los_Angeles · US/Pacific · 01:04'],
    ['EST', 'America/New_York · EST · 04:04'],
    ['central european', 'Europe/Rome · Central European Time · 10:04'],
    ['utc', 'UTC · 09:04'],
    ['gmt', 'UTC · GMT · 09:04'],
    ['victoria, canada', 'America/Vancouver · Victoria · 01:04'],
    ['Europe/Berlin · Munich · 10:04', 'Europe/Berlin · 10:04'],
  ])('"%s" leads to %s', (typed, label) => {
    expect(labels(typed)[0]).toBe(label);
  });

  test('those that begin with what was typed come first, places before countries', () => {
    const found = findZones('par', 25, NOW).map(({ zone }) => zone);
    expect(found.slice(0, 2)).toEqual(['Europe/Paris', 'America/Paramaribo']);
    expect(found.indexOf('America/Asuncion')).toBeGreaterThan(found.indexOf('Europe/Tallinn'));
  });

  test('the same city is offered for each of its zones', () => {
    expect(labels('sydney')).toEqual([
      'Australia/Sydney · 20:04',
      'America/Halifax · Sydney · 05:04',
    ]);
  });

  test('zones where more people live come first within a country', () => {
    const found = findZones('United States', 4, NOW).map(({ zone }) => zone);
    expect(found).toContain('America/New_York');
    expect(found).toContain('America/Chicago');
    expect(found).toContain('America/Los_Angeles');
  });

  test('an empty text offers widely used zones', () => {
    expect(labels('')).toHaveLength(25);
    expect(labels(' ', 3)).toEqual([
      'America/Los_Angeles · 01:04',
      'America/Denver · 02:04',
      'America/Mexico_City · 03:04',
    ]);
  });

  test('nothing is found for what is nowhere', () => {
    expect(findZones('xyzzy', 25, NOW)).toEqual([]);
  });

  test('summer time is told in summer', () => {
    const [berlin] = findZones('berlin', 1, new Date('2024-07-01T09:04:00Z'));
    expect(berlin?.label).toBe('Europe/Berlin · 11:04');
  });

  test('whatever is typed, choices are at most as many as asked for, distinct, and fit into a choice', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(...zoneNames().map(({ name }) => name)),
      fc.stringMatching(/^[a-z]{1,3}$/),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 25 }), (text, limit) => {
        const found = findZones(text, limit, NOW);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map(({ zone }) => zone)).size).toBe(found.length);
        for (const { label } of found) expect(label.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('every zone can be found by its name, and works in Intl and in Temporal', () => {
    const zones = new Set(zoneNames().map(({ zone }) => zone.zone));
    expect(zones.size).toBeGreaterThan(400);
    for (const zone of zones) {
      expect(findZone(zone)).toBe(zone);
      expect(new Intl.DateTimeFormat('en', { timeZone: zone }).format(0)).not.toBe('');
      expect(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId).toBe(
        zone,
      );
    }
  });

  test('every name fits into a choice', () => {
    for (const { name, zone } of zoneNames()) {
      expect(`${zone.zone} · ${name} · 10:04`.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('a zone typed by hand', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['Europe / Berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['Munich', 'Europe/Berlin'],
    ['München', 'Europe/Berlin'],
    ['Frankfurt, Germany', 'Europe/Berlin'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Indianapolis', 'America/Indiana/Indianapolis'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Germany', 'Europe/Berlin'],
    ['Japan', 'Asia/Tokyo'],
    ['Suisse', 'Europe/Zurich'],
    ['Etc/UTC', 'UTC'],
    ['gmt', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
    ['Europe/Berlin · Munich · 10:04', 'Europe/Berlin'],
    // A zone of that name goes before a town
    ['Sydney', 'Australia/Sydney'],
    ['Victoria, Canada', 'America/Vancouver'],
  ])('"%s" is %s', (typed, zone) => {
    expect(findZone(typed)).toBe(zone);
  });

  test.each([
    ...['', ' ', 'Moon/Base', 'Berl', 'europe', '+02:00', 'UTC+2', 'Etc/GMT+99', '__proto__'],
    // Names of several
    ...['USA', 'Victoria', 'Victoria, Germany', 'Paris, Texas', 'EST', 'Central European Time'],
  ])('"%s" is none', (typed) => {
    expect(findZone(typed)).toBeNull();
  });
});
