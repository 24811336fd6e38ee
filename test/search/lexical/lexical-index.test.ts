import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';
import { openLexicalIndex } from '../../../src/search/lexical/open-lexical-index.ts';
import { lexicalIndexContract } from '../../contracts/lexical-index-contract.ts';
import { MemoryLexicalIndex } from '../../fakes/memory-lexical-index.ts';

describe('the lexical index on disk', () => {
  lexicalIndexContract(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lexical-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return openLexicalIndex({ folder });
  });
});

describe('the lexical index in memory (fake)', () => {
  lexicalIndexContract(() => Promise.resolve(new MemoryLexicalIndex()));
});
