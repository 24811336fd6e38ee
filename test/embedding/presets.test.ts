import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { choosePreset, presetOf } from '../../src/embedding/presets.ts';

const INSTRUCTION = 'Represent this sentence for searching relevant passages: ';

describe('presetOf', () => {
  it.each([
    ['all-MiniLM-L6-v2', 'mean', '', '', 256],
    ['Xenova/bge-small-en-v1.5', 'cls', INSTRUCTION, '', 512],
    ['gte-small', 'mean', '', '', 512],
    ['models/E5-small-v2/', 'mean', 'query: ', 'passage: ', 512],
    ['snowflake-arctic-embed-xs', 'cls', INSTRUCTION, '', 512],
    ['C:\\models\\snowflake-arctic-embed-s', 'cls', INSTRUCTION, '', 512],
  ])('knows %s', (model, pooling, queryPrefix, passagePrefix, maxTokens) => {
    expect(presetOf(model)).toEqual({ pooling, queryPrefix, passagePrefix, maxTokens });
  });

  it.each(['', '/', 'owner/other', 'gte-small-2'])('has none for "%s"', (model) => {
    expect(presetOf(model)).toBeNull();
  });
});

describe('choosePreset', () => {
  it('reads an unknown model as mean, without prefixes, as long as it was built for', () => {
    expect(choosePreset('other', 1024, {})).toEqual({
      pooling: 'mean',
      queryPrefix: '',
      passagePrefix: '',
      maxTokens: 1024,
    });
  });

  it('puts the settings over the preset, an empty prefix included', () => {
    const overrides = { pooling: 'last', queryPrefix: '', maxTokens: 100 } as const;
    expect(choosePreset('e5-small-v2', 512, overrides)).toEqual({
      pooling: 'last',
      queryPrefix: '',
      passagePrefix: 'passage: ',
      maxTokens: 100,
    });
  });

  it('never goes beyond what the model was built for', () => {
    expect(choosePreset('gte-small', 128, {}).maxTokens).toBe(128);
  });

  it('refuses a longer setting, with both numbers', () => {
    const choose = () => choosePreset('gte-small', 512, { maxTokens: 513 });
    expect(choose).toThrow(UserError);
    expect(choose).toThrow('EMBEDDING_MAX_TOKENS is 513, but gte-small takes at most 512 tokens.');
  });
});
