import { describe, expect, it } from 'vitest';
import {
  choose,
  fieldBefore,
  freeFileFields,
  furtherOptions,
  giveFiles,
  givenIn,
  isEmpty,
  LINE_END,
  EMPTY_DRAFT,
  removeOption,
  showOption,
  shownOptions,
  startCommand,
  typeInto,
  withProblems,
} from '../../../src/playground/page/composer/draft.ts';
import { ASK, HELP, INGEST, textFile } from './composer-kit.ts';

describe('a command in the box', () => {
  it('begins with its required options, at the first', () => {
    const line = startCommand(ASK);
    expect(shownOptions(line).map(({ name }) => name)).toEqual(['question']);
    expect(furtherOptions(line).map(({ name }) => name)).toEqual(['after', 'section', 'private']);
    expect(line.active).toBe('question');
  });

  it('begins behind its name when it has no required option', () => {
    expect(startCommand(HELP)).toMatchObject({ shown: [], active: LINE_END });
  });

  it('begins with what is given, and goes to what is still empty', () => {
    const line = startCommand(ASK, { section: 'WORLD', unknown: 'x' });
    expect(line).toMatchObject({ shown: ['question', 'section'], active: 'question' });
    expect(startCommand(ASK, { question: 'why' }).active).toBe(LINE_END);
  });

  it('goes on to the next empty field when something is chosen', () => {
    const line = showOption(startCommand(ASK), 'private');
    const chosen = choose(line, 'private', { name: 'True', value: 'true' });
    expect(chosen.active).toBe('question');
    expect(givenIn(chosen, 'private')).toMatchObject({ text: 'True', choice: { value: 'true' } });
  });

  it('forgets what was chosen, and what was wrong, when something else is typed', () => {
    const chosen = choose(startCommand(ASK), 'section', { name: 'WORLD', value: 'w' });
    const wrong = withProblems(chosen, { section: 'Wrong.', question: 'Missing.' });
    const typed = typeInto(wrong, 'section', 'WOR');
    expect(givenIn(typed, 'section')).toEqual({ text: 'WOR', choice: null, file: null });
    expect(typed.problems).toEqual({ question: 'Missing.' });
  });

  it('loses an option that is removed, and goes to the one before; a required one is emptied', () => {
    const line = typeInto(showOption(startCommand(ASK), 'after'), 'after', '2024');
    expect(removeOption(line, 'after')).toMatchObject({ shown: ['question'], active: 'question' });
    const emptied = removeOption(typeInto(line, 'question', 'why'), 'question');
    expect(emptied).toMatchObject({ shown: ['question', 'after'], active: 'question' });
    expect(givenIn(emptied, 'question').text).toBe('');
  });

  it('shows an option again as empty after it was removed', () => {
    const line = typeInto(showOption(startCommand(ASK), 'after'), 'after', '2024');
    expect(givenIn(showOption(removeOption(line, 'after'), 'after'), 'after').text).toBe('');
  });

  it('knows which field is before another', () => {
    const line = showOption(startCommand(ASK), 'after');
    expect(fieldBefore(line, LINE_END)).toBe('after');
    expect(fieldBefore(line, 'after')).toBe('question');
    expect(fieldBefore(line, 'question')).toBeNull();
  });

  it('goes to the first field with a problem, in the order of the line', () => {
    const line = showOption(startCommand(ASK), 'after');
    expect(withProblems(line, { after: 'Wrong.', question: 'Missing.' }).active).toBe('question');
  });

  it('takes files into its empty fields for files, and adds such fields', () => {
    const [one, two, three] = ['1.txt', '2.txt', '3.txt'].map(textFile);
    if (one === undefined || two === undefined || three === undefined) return;
    const line = giveFiles(startCommand(INGEST), [one]);
    expect(line).toMatchObject({ shown: ['file'], active: LINE_END });
    const full = giveFiles(line, [two, three]);
    expect(full).toMatchObject({ shown: ['file', 'file2'], given: { file2: { file: two } } });
    expect(freeFileFields(full)).toEqual([]);
    expect(giveFiles(startCommand(ASK), [one])).toEqual(startCommand(ASK));
  });
});

describe('a message in the box', () => {
  it('is empty without a letter and without a file', () => {
    expect(isEmpty(EMPTY_DRAFT)).toBe(true);
    expect(isEmpty({ ...EMPTY_DRAFT, text: ' \n' })).toBe(true);
    expect(isEmpty({ ...EMPTY_DRAFT, text: 'a' })).toBe(false);
    expect(isEmpty({ ...EMPTY_DRAFT, files: [textFile('a.txt')] })).toBe(false);
    expect(isEmpty(startCommand(HELP))).toBe(false);
  });
});
