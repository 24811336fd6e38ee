import { describe, expect, it } from 'vitest';
import { createCalibrator, type Calibrator } from '../../src/answer/calibrate.ts';
import { createBackgroundCalibration } from '../../src/guild/background-calibration.ts';
import { DEFAULT_CALIBRATION } from '../../src/answer/confidence.ts';
import { silentLog } from '../../src/log.ts';
import { createRetriever } from '../../src/search/retrieve.ts';
import { ANNA, HARBOUR, MOUNTAIN, addArticle, openGuildKit, type GuildKit } from './guild-kit.ts';

const WORDS = ['amber', 'birch', 'copper', 'delta', 'ember', 'falcon', 'garnet', 'harbour'];

/** Articles that all tell the same, so that what is found is not what is taken where nothing was found. */
async function fill(kit: GuildKit, scope: string, articles: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < articles; at++) {
    const text = `The ${WORDS.join(' ')} number${at} of ${scope} spoke and left.`;
    ids.push(await addArticle(kit, scope, [text], { headline: `Story ${at} of ${scope}` }));
  }
  return ids;
}

function calibratorOf(kit: GuildKit): Calibrator {
  const { library, embedder } = kit;
  return createCalibrator({ retrieve: createRetriever(kit), source: library, embedder });
}

function settingOf({ library }: GuildKit, guildId: string): string | null {
  return library.setting(`calibration ${guildId} shared`);
}

describe('the calibration of a guild', () => {
  it('is that of the shared archive while the guild adds little to it', async () => {
    const kit = openGuildKit();
    await fill(kit, 'shared', 40);
    const calibrator = calibratorOf(kit);
    await calibrator.refresh(['shared']);
    const shared = calibrator.current(['shared']);
    expect(shared).not.toEqual(DEFAULT_CALIBRATION);
    await fill(kit, HARBOUR, 2);
    await calibrator.refresh([HARBOUR, 'shared']);
    expect(calibrator.current([HARBOUR, 'shared'])).toEqual(shared);
    expect(settingOf(kit, HARBOUR)).toBeNull();
  });

  it('is its own when it has brought much, and no other guild has it', async () => {
    const kit = openGuildKit();
    await fill(kit, HARBOUR, 40);
    const calibrator = calibratorOf(kit);
    await calibrator.refresh([HARBOUR, 'shared']);
    expect(settingOf(kit, HARBOUR)).not.toBeNull();
    expect(calibrator.current([HARBOUR, 'shared'])).not.toEqual(DEFAULT_CALIBRATION);
    expect(calibrator.current([MOUNTAIN, 'shared'])).toEqual(DEFAULT_CALIBRATION);
  });

  it('is found in the background when its articles have changed, and goes with the guild', async () => {
    const kit = openGuildKit({ GUILD_RETENTION_DAYS: '0' });
    const [id = ''] = await fill(kit, HARBOUR, 40);
    await kit.guilds.of(HARBOUR).remove(id, ANNA);
    await kit.guilds.settle();
    expect(settingOf(kit, HARBOUR)).not.toBeNull();
    kit.guilds.left(HARBOUR);
    await kit.guilds.sweep();
    expect(settingOf(kit, HARBOUR)).toBeNull();
  });
});

describe('calibration in the background', () => {
  function gated() {
    const begun: string[] = [];
    const gates: (() => void)[] = [];
    const refresh = async (scopes: readonly string[], signal?: AbortSignal): Promise<void> => {
      begun.push(scopes.join(' '));
      await new Promise<void>((resolve) => {
        gates.push(resolve);
        signal?.addEventListener('abort', () => {
          resolve();
        });
      });
      signal?.throwIfAborted();
    };
    const openGate = () => gates.shift()?.();
    return { begun, openGate, background: createBackgroundCalibration({ refresh }, silentLog) };
  }

  it('runs one after the other, and once for what is asked for twice while it waits', async () => {
    const { begun, openGate, background } = gated();
    background.request(['a']);
    background.request(['b']);
    background.request(['b']);
    await Promise.resolve();
    expect(begun).toEqual(['a']);
    // What runs may have missed the latest change.
    background.request(['a']);
    const settled = background.settle();
    for (const expected of [
      ['a', 'b'],
      ['a', 'b', 'a'],
    ]) {
      openGate();
      await new Promise(setImmediate);
      expect(begun).toEqual(expected);
    }
    openGate();
    await settled;
    expect(begun).toHaveLength(3);
  });

  it('ends what runs and begins nothing more when it is closed', async () => {
    const { begun, background } = gated();
    background.request(['a']);
    background.request(['b']);
    await Promise.resolve();
    await background.close();
    expect(begun).toEqual(['a']);
  });
});
