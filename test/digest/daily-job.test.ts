import { describe, expect, it } from 'vitest';
import { CHANNEL, HARBOUR, ANNA, SETTINGS, ingest, openJobKit, passUntil } from './job-kit.ts';

describe('a new digest', () => {
  it('starts from its creation and pours nothing older into the channel', async () => {
    const kit = openJobKit();
    await ingest(kit, 'bridge');
    await kit.start();
    kit.digests.add(HARBOUR, SETTINGS, ANNA);
    await ingest(kit, 'lake');
    await passUntil(kit.clock, '2024-03-02T07:00:00Z');
    expect(kit.poster.messages).toMatchObject([
      {
        channelId: CHANNEL,
        postedAt: '2024-03-02T07:00:00.000Z',
        body: { date: '2024-03-02', firstDate: '2024-03-02', headlines: ['News of the lake'] },
      },
    ]);
  });
});
