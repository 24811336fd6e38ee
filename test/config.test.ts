import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { UserError } from '../src/errors.ts';

describe('readConfig', () => {
  it('needs no setting at all', () => {
    expect(readConfig({})).toMatchObject({
      EMBEDDING_MODEL: 'all-MiniLM-L6-v2',
      EMBEDDING_DTYPE: 'int8',
      LOG_LEVEL: 'warn',
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ EMBEDDING_DTYPE: '' }).EMBEDDING_DTYPE).toBe('int8');
  });

  it('names every wrong variable and its value in one message', () => {
    const read = () => readConfig({ EMBEDDING_DTYPE: 'int4', EMBEDDING_THREADS: 'many' });
    expect(read).toThrow(UserError);
    expect(read).toThrow(/EMBEDDING_DTYPE=int4[^]*EMBEDDING_THREADS=many/);
  });

  it('takes relative folders from the project, not from the working directory', () => {
    expect(readConfig({ DATA_DIR: 'elsewhere' }).DATA_DIR).toMatch(/^\/.*\/elsewhere$/);
  });
});
