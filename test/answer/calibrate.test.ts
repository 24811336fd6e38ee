import { describe, expect, it } from 'vitest';
import { createCalibrator } from '../../src/answer/calibrate.ts';
import { DEFAULT_CALIBRATION } from '../../src/answer/confidence.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { openSmallArchive, type SmallArchive, type Story } from './small-archive.ts';

const scopes = ['shared'];
const WORDS = ['amber', 'birch', 'copper', 'delta', 'ember', 'falcon', 'garnet', 'harbour'];

/** Stories of made-up words: all different, or all telling the same. */
function stories(count: number, alike: boolean): Story[] {
  return Array.from({ length: count }, (_, at) => {
    const words = WORDS.map((word) => (alike ? word : `${word}${at}`));
    return {
      headline: `Story ${at}`,
      paragraphs: [
        `The ${words.join(' ')} spoke. Then the ${[...words].reverse().join(' ')} left.`,
      ],
    };
  });
}

function calibratorOf({ retrieve, embedder, source }: SmallArchive) {
  return createCalibrator({ retrieve, embedder, source });
}

describe('the calibrator', () => {
  it('uses the fixed threshold until it has looked', async () => {
    const calibrator = calibratorOf(await openSmallArchive(stories(40, false)));
    expect(calibrator.current(scopes)).toEqual(DEFAULT_CALIBRATION);
  });

  it('keeps the fixed threshold for an archive of few articles', async () => {
    const calibrator = calibratorOf(await openSmallArchive(stories(5, true)));
    await calibrator.refresh(scopes);
    expect(calibrator.current(scopes).threshold).toBe(DEFAULT_CALIBRATION.threshold);
  });

  it('asks for more where many articles tell the same story', async () => {
    const apart = calibratorOf(await openSmallArchive(stories(40, false)));
    const alike = calibratorOf(await openSmallArchive(stories(40, true)));
    await apart.refresh(scopes);
    await alike.refresh(scopes);
    expect(alike.current(scopes).threshold).toBeGreaterThan(apart.current(scopes).threshold);
  });

  it('is stored with the archive and found again by the next process', async () => {
    const archive = await openSmallArchive(stories(40, true));
    const first = calibratorOf(archive);
    await first.refresh(scopes);
    expect(calibratorOf(archive).current(scopes)).toEqual(first.current(scopes));
  });

  it('does not look again while the archive stays as it is', async () => {
    const archive = await openSmallArchive(stories(40, true));
    const calibrator = calibratorOf(archive);
    await calibrator.refresh(scopes);
    const calls = archive.embedder.calls.length;
    await calibrator.refresh(scopes);
    expect(archive.embedder.calls).toHaveLength(calls);
  });

  it('does not trust what another model found', async () => {
    const archive = await openSmallArchive(stories(40, true));
    await calibratorOf(archive).refresh(scopes);
    const embedder = new HashEmbedder({ fingerprint: 'another' });
    const other = calibratorOf({ ...archive, embedder });
    expect(other.current(scopes)).toEqual(DEFAULT_CALIBRATION);
  });
});
