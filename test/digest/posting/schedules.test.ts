import { describe, expect, it } from 'vitest';
import { MS_PER_DAY } from '../../../src/clock.ts';
import { DigestError, MOST_DIGESTS } from '../../../src/digest/digest-error.ts';
import type { DigestSettings } from '../../../src/digest/schedule.ts';
import {
  ANNA,
  HARBOUR,
  MOUNTAIN,
  SETTINGS,
  ingest,
  openJobKit,
  passUntil,
  type JobKit,
} from './job-kit.ts';

function refusal(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return error instanceof DigestError ? [error.reason, error.value] : error;
  }
}

/** Why a digest is not added. */
function addRefusal({ digests }: JobKit, settings: Partial<DigestSettings>): unknown {
  return refusal(() => digests.add(HARBOUR, { ...SETTINGS, ...settings }, ANNA));
}

describe('a schedule', () => {
  it('is shown as it was made, until the next start too', () => {
    const kit = openJobKit();
    const settings: DigestSettings = {
      ...SETTINGS,
      ...{ time: '23:59', days: 7, topic: ' ferries  ', style: 'full', whenEmpty: 'say' },
      ...{ catchUp: 'merge', mentionRole: '400000000000000001', publish: true, language: 'de' },
    };
    const view = kit.digests.add(HARBOUR, settings, ANNA);
    expect(view).toEqual({
      schedule: {
        ...settings,
        topic: 'ferries',
        id: expect.stringMatching(/^[a-z2-7]{12}$/) as string,
        guildId: HARBOUR,
        createdBy: ANNA,
        createdAt: '2024-03-01T12:00:00.000Z',
        activeFrom: '2024-03-01T12:00:00.000Z',
        seenKey: 0,
        mutedSections: [],
        pause: null,
      },
      nextAt: new Date('2024-03-03T22:59:00Z'),
      last: null,
      trouble: null,
    });
    expect(openJobKit(kit).digests.list(HARBOUR)).toEqual([view]);
  });

  it('names its sections as the archive spells them, each once', async () => {
    const kit = openJobKit();
    await ingest(kit, 'lake', { section: 'Sport' });
    await ingest(kit, 'tower', { section: 'Local News', scope: HARBOUR });
    await ingest(kit, 'tunnel', { section: 'Secret', scope: MOUNTAIN });
    const sections = ['sport', 'LOCAL news ', 'Sport'];
    const { schedule } = kit.digests.add(HARBOUR, { ...SETTINGS, sections }, ANNA);
    expect(schedule.sections).toEqual(['Sport', 'Local News']);
    expect(addRefusal(kit, { sections: ['Secret'] })).toEqual(['no-such-section', 'Secret']);
  });

  it.each(['8am', '24:00', '12:60', '', '1:00'])('is not made for the time %j', (time) => {
    expect(addRefusal(openJobKit(), { time })).toEqual(['bad-time', time]);
  });

  it.each(['', 'Mars/Phobos', 'berlin'])('is not made for the zone %j', (zone) => {
    expect(addRefusal(openJobKit(), { zone })).toEqual(['bad-zone', zone]);
  });

  it('is not made for a topic without words, or one that the model cannot read', () => {
    const kit = openJobKit();
    expect(addRefusal(kit, { topic: '  ' })).toEqual(['bad-topic', '  ']);
    const topic = 'ferry '.repeat(kit.embedder.maxTokens + 1);
    expect(addRefusal(kit, { topic })).toEqual(['bad-topic', topic]);
  });

  it('is one of at most as many as can be offered, guild by guild', () => {
    const kit = openJobKit();
    for (let n = 0; n < MOST_DIGESTS; n++) kit.digests.add(HARBOUR, SETTINGS, ANNA);
    expect(addRefusal(kit, {})).toEqual(['too-many', null]);
    expect(kit.digests.list(HARBOUR)).toHaveLength(MOST_DIGESTS);
    kit.digests.add(MOUNTAIN, SETTINGS, ANNA);
    expect(kit.digests.list(MOUNTAIN)).toHaveLength(1);
  });

  it('leaves out the sections it is told to, from then on', () => {
    const kit = openJobKit();
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    const mute = (sections: readonly string[]): readonly string[] =>
      kit.digests.mute(HARBOUR, schedule.id, sections).schedule.mutedSections;
    expect(mute(['Sport', ' sport', 'World'])).toEqual(['sport', 'World']);
    expect(mute([])).toEqual([]);
  });
});

describe('a digest that is paused', () => {
  it('posts nothing, and after its resumption what has come since with the next one', async () => {
    const kit = openJobKit();
    await kit.start();
    const { schedule } = kit.digests.add(HARBOUR, SETTINGS, ANNA);
    const { id } = schedule;
    await ingest(kit, 'lake');
    expect(kit.digests.pause(HARBOUR, id)).toMatchObject({
      nextAt: null,
      schedule: { pause: { at: '2024-03-01T12:00:00.000Z', reason: 'asked', problem: null } },
    });
    await passUntil(kit.clock, '2024-03-03T12:00:00Z');
    expect(kit.poster.calls).toEqual([]);
    expect(kit.digests.resume(HARBOUR, id)).toMatchObject({
      nextAt: new Date('2024-03-04T07:00:00Z'),
      schedule: { pause: null, activeFrom: '2024-03-03T12:00:00.000Z' },
    });
    await passUntil(kit.clock, '2024-03-04T07:00:00Z');
    expect(kit.poster.messages).toMatchObject([
      { body: { date: '2024-03-04', firstDate: '2024-03-04', headlines: ['News of the lake'] } },
    ]);
  });

  it('leaves out what has come since, where days are left out', async () => {
    const kit = openJobKit();
    await kit.start();
    const { schedule } = kit.digests.add(HARBOUR, { ...SETTINGS, catchUp: 'skip' }, ANNA);
    kit.digests.pause(HARBOUR, schedule.id);
    await ingest(kit, 'lake');
    kit.digests.resume(HARBOUR, schedule.id);
    await passUntil(kit.clock, '2024-03-02T12:00:00Z');
    expect(kit.poster.calls).toEqual([]);
  });

  it('is neither paused nor resumed twice', () => {
    const kit = openJobKit();
    const { id } = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    expect(refusal(() => kit.digests.resume(HARBOUR, id))).toEqual(['not-paused', null]);
    kit.digests.pause(HARBOUR, id);
    expect(refusal(() => kit.digests.pause(HARBOUR, id))).toEqual(['already-paused', null]);
  });
});

describe('a preview', () => {
  it('shows what would be posted now, and changes nothing', async () => {
    const kit = openJobKit();
    const { id } = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    await ingest(kit, 'lake');
    const before = kit.digests.get(HARBOUR, id);
    await expect(kit.digests.preview(HARBOUR, id)).resolves.toMatchObject({
      date: '2024-03-01',
      articles: 1,
    });
    expect(kit.digests.get(HARBOUR, id)).toEqual(before);
  });
});

describe('another guild', () => {
  it('finds nothing of it', async () => {
    const kit = openJobKit();
    await kit.start();
    const { id } = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    await ingest(kit, 'lake');
    await passUntil(kit.clock, '2024-03-02T07:00:00Z');
    const { runId = '' } = kit.poster.messages[0] ?? {};
    const { digests } = kit;
    expect(digests.posted(HARBOUR, runId)?.digestId).toBe(id);
    expect(digests.posted(MOUNTAIN, runId)).toBeNull();
    expect(digests.list(MOUNTAIN)).toEqual([]);
    expect(digests.get(MOUNTAIN, id)).toBeNull();
    const notFound = ['not-found', null];
    expect(refusal(() => digests.pause(MOUNTAIN, id))).toEqual(notFound);
    expect(refusal(() => digests.resume(MOUNTAIN, id))).toEqual(notFound);
    expect(refusal(() => digests.mute(MOUNTAIN, id, []))).toEqual(notFound);
    expect(refusal(() => digests.remove(MOUNTAIN, id))).toEqual(notFound);
    await expect(digests.preview(MOUNTAIN, id)).rejects.toThrow(DigestError);
    expect(digests.list(HARBOUR)).toHaveLength(1);
  });
});

describe('what was posted', () => {
  async function posted(settings: Readonly<Record<string, string>> = {}) {
    const kit = openJobKit({ settings });
    const stop = await kit.start();
    const { id } = kit.digests.add(HARBOUR, SETTINGS, ANNA).schedule;
    await ingest(kit, 'lake', { url: 'https://example.org/lake' });
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-02T07:00:00Z');
    await stop();
    const { runId = '' } = kit.poster.messages[0] ?? {};
    const articleIds = kit.library.list({ scopes: ['shared'], limit: 9 }).articles.map((a) => a.id);
    return { kit, id, runId, articleIds };
  }

  it('is known with its articles, those that were removed left out', async () => {
    const { kit, id, runId, articleIds } = await posted();
    const facts = { runId, digestId: id, sections: ['World'] };
    expect(kit.digests.posted(HARBOUR, runId)).toEqual({ ...facts, articleIds });
    // A correction is the same article.
    await ingest(kit, 'larger lake', { url: 'https://example.org/lake' });
    expect(kit.digests.posted(HARBOUR, runId)).toEqual({ ...facts, articleIds });
    const [first = '', ...others] = articleIds;
    await kit.library.remove(first, 'shared', 'test');
    expect(kit.digests.posted(HARBOUR, runId)).toEqual({ ...facts, articleIds: others });
    expect(kit.digests.posted(HARBOUR, 'aaaaaaaaaaaa')).toBeNull();
  });

  it('is known after its digest was removed', async () => {
    const { kit, id, runId } = await posted();
    kit.digests.remove(HARBOUR, id);
    expect(kit.digests.posted(HARBOUR, runId)).toMatchObject({ digestId: id });
  });

  it.each([
    ['as long as answers are', { ANSWER_RETENTION_DAYS: '90' }, 90],
    ['a month at least', { ANSWER_RETENTION_DAYS: '0' }, 35],
  ])('is kept %s', async (_, settings, days) => {
    const { kit, runId } = await posted(settings);
    kit.clock.advance(days * MS_PER_DAY - 1);
    await kit.digests.sweep();
    expect(kit.digests.posted(HARBOUR, runId)).not.toBeNull();
    kit.clock.advance(1);
    expect(kit.digests.posted(HARBOUR, runId)).toBeNull();
    await kit.digests.sweep();
    // The latest day that is done is remembered nevertheless.
    expect(kit.digests.list(HARBOUR)).toMatchObject([{ last: { date: '2024-03-02' } }]);
    expect(kit.database.digestRuns.get(runId)).not.toBeNull();
  });

  it('is deleted when a later day is done, or its digest is gone', async () => {
    const { kit, id, runId } = await posted();
    const gone = kit.digests.add(MOUNTAIN, SETTINGS, ANNA).schedule;
    await kit.start();
    const now = await kit.digests.postNow(HARBOUR, id, 'one');
    expect(now.outcome).toBe('empty');
    await passUntil(kit.clock, '2024-03-03T12:00:00Z');
    expect(kit.database.digestRuns.dates(gone.id, '2024-03-03')).toEqual(['2024-03-03']);
    kit.digests.remove(MOUNTAIN, gone.id);
    kit.digests.pause(HARBOUR, id);
    kit.clock.advance(90 * MS_PER_DAY);
    await kit.digests.sweep();
    expect(kit.database.digestRuns.get(runId)).toBeNull();
    expect(kit.database.digestRuns.dates(id, '2024-03-03')).toEqual(['2024-03-03']);
    expect(kit.database.digestRuns.dates(gone.id, '2024-03-03')).toEqual([]);
  });

  it('goes with everything of its guild, and with nothing of others', async () => {
    const { kit, runId } = await posted();
    kit.digests.add(MOUNTAIN, SETTINGS, ANNA);
    await kit.digests.eraseGuild(HARBOUR);
    expect(kit.digests.list(HARBOUR)).toEqual([]);
    expect(kit.digests.posted(HARBOUR, runId)).toBeNull();
    expect(kit.database.digestRuns.get(runId)).toBeNull();
    expect(kit.digests.list(MOUNTAIN)).toHaveLength(1);
  });

  it('does not keep articles of a guild from being erased', async () => {
    const kit = openJobKit();
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake', { scope: HARBOUR });
    await ingest(kit, 'tower');
    await passUntil(kit.clock, '2024-03-02T07:00:00Z');
    const { runId = '' } = kit.poster.messages[0] ?? {};
    expect(kit.digests.posted(HARBOUR, runId)?.articleIds).toHaveLength(2);
    kit.database.highlights.put(1, 1, '{}');
    expect(kit.database.highlights.get(1, 2)).toBeNull();
    expect(kit.database.highlights.get(1, 1)).toBe('{}');
    await kit.library.eraseScope(HARBOUR);
    expect(kit.digests.posted(HARBOUR, runId)?.articleIds).toHaveLength(1);
    expect(kit.database.highlights.get(1, 1)).toBeNull();
  });
});
