import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dot } from '../../src/answer/cosine-scale.ts';
import { readConfig } from '../../src/config.ts';
import { ALIKE_COSINE } from '../../src/guild/gap-book.ts';
import { openConfiguredEmbedder } from '../../src/open-archive.ts';
import { QUESTION_GROUPS } from './question-pairs.ts';

interface Wording {
  readonly text: string;
  readonly matter: number;
  readonly asksTheSame: boolean;
}

const WORDINGS: readonly Wording[] = QUESTION_GROUPS.flatMap(
  ({ question, same, other }, matter) => [
    ...[question, ...same].map((text) => ({ text, matter, asksTheSame: true })),
    { text: other, matter, asksTheSame: false },
  ],
);

it('brings wordings of one question together and leaves other matters apart', async ({
  annotate,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'archivist-likeness-'));
  const embedder = await openConfiguredEmbedder(readConfig({ DATA_DIR: dataDir }));
  try {
    const texts = WORDINGS.map(({ text }) => text);
    const vectors = await embedder.embed(texts, { role: 'query' });
    const cosines: Record<'same' | 'other' | 'far', number[]> = { same: [], other: [], far: [] };
    for (const [at, one] of WORDINGS.entries()) {
      for (const [later, another] of WORDINGS.slice(at + 1).entries()) {
        const kind = kindOf(one, another);
        const vector = vectors[at + 1 + later];
        cosines[kind].push(dot(vectors[at] ?? new Float32Array(), vector ?? new Float32Array()));
      }
    }
    const [same, other, far] = [cosines.same, cosines.other, cosines.far].map(shareAlike);
    await annotate(`same ${same}, other about the same matter ${other}, another matter ${far}`);
    expect(same).toBeGreaterThan(0.7);
    expect(other).toBeLessThan(0.2);
    expect(far).toBeLessThan(0.001);
  } finally {
    await embedder.close();
    await rm(dataDir, { recursive: true });
  }
});

function kindOf(one: Wording, another: Wording): 'same' | 'other' | 'far' {
  if (one.matter !== another.matter) return 'far';
  return one.asksTheSame && another.asksTheSame ? 'same' : 'other';
}

function shareAlike(cosines: readonly number[]): number {
  return cosines.filter((cosine) => cosine >= ALIKE_COSINE).length / cosines.length;
}
