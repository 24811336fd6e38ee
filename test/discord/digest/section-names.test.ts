import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSections, readSections } from '../../../src/discord/digest/section-names.ts';

const KNOWN = ['World', 'Politics & Law', 'Arts, Culture', 'Arts', 'Sport'];

describe('sections from one text', () => {
  it('are read between commas, whatever their case and blanks, each once, as the archive spells them', () => {
    expect(readSections(' sport,WORLD ,  politics  &  law, Sport', KNOWN)).toEqual({
      sections: ['Sport', 'World', 'Politics & Law'],
      unknown: [],
    });
  });

  it('may have commas in their names, and are then as few as possible', () => {
    expect(readSections('arts, culture', KNOWN).sections).toEqual(['Arts, Culture']);
    expect(readSections('Arts,Culture, Arts', KNOWN).sections).toEqual(['Arts, Culture', 'Arts']);
    expect(readSections('Arts, World', KNOWN).sections).toEqual(['Arts', 'World']);
  });

  it('are told apart from what is none', () => {
    expect(readSections('World, Wrold, , Culture', KNOWN)).toEqual({
      sections: ['World'],
      unknown: ['Wrold', 'Culture'],
    });
    expect(readSections(' , ,', KNOWN)).toEqual({ sections: [], unknown: [] });
  });

  it('are found again however they were joined', () => {
    const name = fc
      .array(fc.constantFrom('A', 'b', 'Öl', 'x y', 'z'), { minLength: 1, maxLength: 3 })
      .map((words) => words.join(', '));
    const names = fc.uniqueArray(name, {
      minLength: 1,
      maxLength: 6,
      selector: (each) => each.toLowerCase(),
    });
    fc.assert(
      fc.property(names, (known) => {
        const [first = ''] = known;
        expect(readSections(first, known)).toEqual({ sections: [first], unknown: [] });
        expect(readSections(known.join(', '), known).unknown).toEqual([]);
      }),
    );
  });
});

describe('completing the last section of a text', () => {
  it('keeps those before it', () => {
    expect(completeSections('World, pol', KNOWN)).toEqual(['World, Politics & Law']);
    expect(completeSections('world,', KNOWN)).toEqual([
      'World, Politics & Law',
      'World, Arts, Culture',
      'World, Arts',
      'World, Sport',
    ]);
  });

  it('offers every section for nothing, and those that contain what was typed', () => {
    expect(completeSections('', KNOWN)).toEqual(KNOWN);
    expect(completeSections('ort', KNOWN)).toEqual(['Sport']);
  });

  it('knows that the last one may have a comma itself', () => {
    expect(completeSections('Arts, Cul', KNOWN)[0]).toBe('Arts, Culture');
    expect(completeSections('World, Arts, C', KNOWN)[0]).toBe('World, Arts, Culture');
  });

  it('offers nothing behind what is no section', () => {
    expect(completeSections('Wrold, pol', KNOWN)).toEqual([]);
  });
});
