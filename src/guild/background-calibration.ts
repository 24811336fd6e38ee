import type { Calibrator } from '../answer/calibrate.ts';
import type { Log } from '../log.ts';
import { Serial } from '../storage/serial.ts';

/** Finds thresholds anew while questions go on with those there are. */
export interface BackgroundCalibration {
  /** Soon, one after the other; asked for again while it waits, it runs once. */
  request(scopes: readonly string[]): void;
  /** Resolves when everything requested has ended. */
  settle(): Promise<void>;
  /** Ends what runs and drops what waits. */
  close(): Promise<void>;
}

export function createBackgroundCalibration(
  calibrator: Pick<Calibrator, 'refresh'>,
  log: Log,
): BackgroundCalibration {
  const serial = new Serial();
  const waiting = new Set<string>();
  const closing = new AbortController();
  const isClosing = (): boolean => closing.signal.aborted;
  const settle = (): Promise<void> => serial.run(() => Promise.resolve());
  const refresh = async (scopes: readonly string[]): Promise<void> => {
    waiting.delete(scopes.join(' '));
    if (isClosing()) return;
    try {
      await calibrator.refresh(scopes, closing.signal);
    } catch (error) {
      if (!isClosing()) log.error({ err: error, scopes }, 'calibration failed');
    }
  };
  return {
    request: (scopes) => {
      const name = scopes.join(' ');
      if (waiting.has(name)) return;
      waiting.add(name);
      void serial.run(() => refresh(scopes));
    },
    settle,
    close: () => {
      closing.abort();
      return settle();
    },
  };
}
