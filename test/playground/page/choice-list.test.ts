import { describe, expect, it } from 'vitest';
import { itemAfterKey, writes } from '../../../src/playground/page/choice/list-keys.ts';
import {
  canTick,
  missing,
  openList,
  reportOf,
  tick,
} from '../../../src/playground/page/choice/open-list.ts';
import { placeList, placeMenu } from '../../../src/playground/page/choice/placement.ts';
import { TypeAhead } from '../../../src/playground/page/choice/type-ahead.ts';

describe('keys in a list', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 24, 24],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 13],
    ['PageDown', 20, 24],
    ['PageUp', 13, 3],
    ['Home', 13, 0],
    ['End', 13, 24],
    ['a', 13, 13],
  ])('%s goes from %i to %i of 25 items', (key, active, expected) => {
    expect(itemAfterKey(key, { active, count: 25 })).toBe(expected);
  });

  it('lets the first item follow the last where the list wraps', () => {
    expect(itemAfterKey('ArrowDown', { active: 2, count: 3, wraps: true })).toBe(0);
    expect(itemAfterKey('ArrowUp', { active: 0, count: 3, wraps: true })).toBe(2);
    expect(itemAfterKey('ArrowUp', { active: -1, count: 3, wraps: true })).toBe(2);
  });

  it('goes nowhere in an empty list', () => {
    expect(itemAfterKey('ArrowDown', { active: -1, count: 0 })).toBe(-1);
    expect(itemAfterKey('ArrowDown', { active: -1, count: 0, wraps: true })).toBe(-1);
  });

  it('takes single characters without modifiers for writing', () => {
    const plain = { ctrlKey: false, metaKey: false, altKey: false };
    expect(writes({ key: 'é', ...plain })).toBe(true);
    expect(writes({ key: '😀', ...plain })).toBe(true);
    expect(writes({ key: 'Enter', ...plain })).toBe(false);
    expect(writes({ key: 'c', ...plain, ctrlKey: true })).toBe(false);
  });
});

describe('type-ahead', () => {
  const labels = ['Business', 'Politics', 'Police', 'Sport'];

  it('finds the first label that begins with what is typed within a pause', () => {
    const typeAhead = new TypeAhead();
    expect(typeAhead.find('p', 0, labels, 0)).toBe(1);
    expect(typeAhead.find('o', 100, labels, 1)).toBe(1);
    expect(typeAhead.find('l', 200, labels, 1)).toBe(1);
    expect(typeAhead.find('i', 300, labels, 1)).toBe(1);
    expect(typeAhead.find('c', 400, labels, 1)).toBe(2);
  });

  it('begins anew after a pause', () => {
    const typeAhead = new TypeAhead();
    typeAhead.find('p', 0, labels, 0);
    expect(typeAhead.isTyping(699)).toBe(true);
    expect(typeAhead.isTyping(700)).toBe(false);
    expect(typeAhead.find('S', 700, labels, 1)).toBe(3);
  });

  it('goes from match to match with the same letter', () => {
    const typeAhead = new TypeAhead();
    expect(typeAhead.find('p', 0, labels, 0)).toBe(1);
    expect(typeAhead.find('p', 100, labels, 1)).toBe(2);
    expect(typeAhead.find('p', 200, labels, 2)).toBe(1);
  });

  it('finds nothing where no label begins so', () => {
    expect(new TypeAhead().find('x', 0, labels, 0)).toBeNull();
    expect(new TypeAhead().find('x', 0, [], -1)).toBeNull();
  });
});

describe('what is ticked', () => {
  const several = { values: ['a', 'b', 'c'], least: 1, most: 2 };
  const one = { values: ['a', 'b', 'c'], least: 1, most: 1 };

  it('opens at the first choice, without values that are not on offer', () => {
    expect(openList(several, ['gone', 'c'])).toEqual({ active: 2, ticked: ['c'] });
    expect(openList(several, [])).toEqual({ active: 0, ticked: [] });
  });

  it('ticks and unticks in the order of the list', () => {
    expect(tick(several, { active: 0, ticked: ['c'] }, 'a')).toEqual(['a', 'c']);
    expect(tick(several, { active: 0, ticked: ['a', 'c'] }, 'a')).toEqual(['c']);
  });

  it('ticks no more than are allowed', () => {
    const full = { active: 1, ticked: ['a', 'c'] };
    expect(canTick(several, full, 'b')).toBe(false);
    expect(canTick(several, full, 'a')).toBe(true);
    expect(tick(several, full, 'b')).toEqual(['a', 'c']);
  });

  it('replaces a single choice, and takes it back only where none is needed', () => {
    const list = { active: 0, ticked: ['a'] };
    expect(tick(one, list, 'b')).toEqual(['b']);
    expect(tick(one, list, 'a')).toEqual(['a']);
    expect(tick({ ...one, least: 0 }, list, 'a')).toEqual([]);
  });

  it('reports what has changed, unless too few are ticked', () => {
    expect(reportOf(several, { active: 0, ticked: ['b'] }, ['a'])).toEqual(['b']);
    expect(reportOf(several, { active: 0, ticked: ['a'] }, ['a'])).toBeNull();
    expect(reportOf(several, { active: 0, ticked: [] }, ['a'])).toBeNull();
    expect(reportOf({ ...several, least: 0 }, { active: 0, ticked: [] }, ['a'])).toEqual([]);
  });

  it('demands no more than there are', () => {
    expect(missing({ values: ['a'], least: 3, most: 5 }, [])).toBe(1);
  });
});

describe('where lists and menus go', () => {
  const button = { left: 10, right: 210, top: 100, bottom: 140 };
  const window = { width: 360, height: 640 };

  it('opens a list below its button', () => {
    expect(placeList(button, 200, 640)).toEqual({ top: 144, height: 200 });
  });

  it('opens a list above its button where there is more room', () => {
    const low = { ...button, top: 500, bottom: 540 };
    expect(placeList(low, 300, 640)).toEqual({ top: 196, height: 300 });
  });

  it('lets a long list scroll, in what room there is', () => {
    expect(placeList(button, 2_000, 640)).toEqual({ top: 144, height: 320 });
    expect(placeList(button, 2_000, 300)).toEqual({ top: 144, height: 148 });
  });

  it('keeps a menu within the window', () => {
    const menu = { width: 200, height: 150 };
    expect(placeMenu({ x: 50, y: 60 }, menu, window)).toEqual({ left: 50, top: 60 });
    expect(placeMenu({ x: 350, y: 630 }, menu, window)).toEqual({ left: 152, top: 482 });
    expect(placeMenu({ x: 1, y: 1 }, menu, window)).toEqual({ left: 8, top: 8 });
  });
});
