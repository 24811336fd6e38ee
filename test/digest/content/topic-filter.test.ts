import { describe, expect, it } from 'vitest';
import { HashEmbedder } from '../../fakes/hash-embedder.ts';
import { MemoryVectorIndex } from '../../fakes/memory-vector-index.ts';
import { headlinesOf, openBuilderKit, textNumber } from './builder-kit.ts';

const TOPIC = 'the harbour ferry and its passengers';
const FERRY = [
  { kind: 'text', text: 'The harbour ferry and its passengers waited for the tide.' },
] as const;

function openTopicKit(vectors = new MemoryVectorIndex(256)) {
  const embedder = new HashEmbedder({ dimensions: 256 });
  const kit = openBuilderKit({ embedder, vectors });
  const asked = () =>
    embedder.calls.flatMap(({ texts }) => texts).filter((text) => TOPIC.startsWith(text));
  return { ...kit, embedder, asked };
}

describe('a topic', () => {
  it('lets through the articles near it, by their nearest passage', async () => {
    const kit = openTopicKit();
    await kit.add({ headline: 'Ferry', paragraphs: FERRY });
    await kit.add({ headline: 'Bank', paragraphs: textNumber(1) });
    const long = [...Array.from({ length: 5 }, (_, at) => textNumber(at + 2)).flat(), ...FERRY];
    await kit.add({ headline: 'Long', paragraphs: long });
    const digest = await kit.build({ topic: TOPIC });
    expect(headlinesOf(digest)).toEqual(['Long', 'Ferry']);
    expect(digest).toMatchObject({ articles: 2, omitted: 0 });
    expect(headlinesOf(await kit.build())).toHaveLength(3);
  });

  it('and the sections must both agree', async () => {
    const kit = openTopicKit();
    await kit.add({ headline: 'Ferry', section: 'World', paragraphs: FERRY });
    await kit.add({ headline: 'Bank', section: 'Sport', paragraphs: textNumber(1) });
    expect(headlinesOf(await kit.build({ topic: TOPIC, sections: ['Sport'] }))).toEqual([]);
    const both = await kit.build({ topic: TOPIC, sections: ['World'] });
    expect(headlinesOf(both)).toEqual(['Ferry']);
  });

  it('is embedded once, as a question is', async () => {
    const kit = openTopicKit();
    await kit.add({ headline: 'Ferry', paragraphs: FERRY });
    await kit.build({ topic: TOPIC });
    await kit.build({ topic: TOPIC, guildId: '100000000000000007' });
    const calls = kit.embedder.calls.filter(({ texts }) => texts.includes(TOPIC));
    expect(calls.map(({ role }) => role)).toEqual(['query']);
  });

  it('is not embedded when nothing is new', async () => {
    const kit = openTopicKit();
    expect((await kit.build({ topic: TOPIC })).articles).toBe(0);
    expect(kit.asked()).toEqual([]);
  });

  it('finds an article that is not in the index yet', async () => {
    const vectors = new MemoryVectorIndex(256);
    const kit = openTopicKit(vectors);
    await kit.add({ headline: 'Ferry', paragraphs: FERRY });
    await kit.add({ headline: 'Bank', paragraphs: textNumber(1) });
    for (const { partition } of await vectors.status()) await vectors.dropPartition(partition);
    expect(headlinesOf(await kit.build({ topic: TOPIC }))).toEqual(['Ferry']);
    const embedded = kit.embedder.calls.length;
    expect(headlinesOf(await kit.build({ topic: TOPIC }))).toEqual(['Ferry']);
    expect(kit.embedder.calls).toHaveLength(embedded);
  });

  it('that the model of today cannot read whole counts as far as it can', async () => {
    const kit = openTopicKit();
    await kit.add({ headline: 'Ferry', paragraphs: FERRY });
    await kit.add({ headline: 'Bank', paragraphs: textNumber(1) });
    const topic = `${TOPIC} ${'and its passengers '.repeat(100)}`;
    expect(headlinesOf(await kit.build({ topic }))).toEqual(['Ferry']);
  });

  it('is tried again after the model failed', async () => {
    const kit = openTopicKit();
    await kit.add({ headline: 'Ferry', paragraphs: FERRY });
    kit.embedder.closed = true;
    await expect(kit.build({ topic: TOPIC })).rejects.toThrow('The embedder is closed.');
    kit.embedder.closed = false;
    expect(headlinesOf(await kit.build({ topic: TOPIC }))).toEqual(['Ferry']);
  });
});
