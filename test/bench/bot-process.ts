import { startBot } from '../../src/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { loadConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { watchLoop, type LoopBlocks } from './loop-watch.ts';

/** What the process tells when it is asked to. */
export interface BotFigures {
  /** Since the last `watch`. */
  readonly blocks: LoopBlocks | null;
  /** Bytes, of all threads. */
  readonly memory: number;
}

export type BotRequest = 'watch' | 'tell' | 'stop';

/** The bot in a process of its own, which tells how its main thread fares. Started by bot.ts. */
const bot = await startBot({ config: loadConfig(), log: silentLog, clock: systemClock });
await bot.ready;

let ended: (() => LoopBlocks) | null = null;
process.on('message', (request: BotRequest) => {
  if (request === 'watch') {
    globalThis.gc?.();
    ended = watchLoop();
  }
  if (request === 'stop') {
    void bot.stop().then(() => {
      process.disconnect();
    });
    return;
  }
  const blocks = request === 'tell' && ended !== null ? ended() : null;
  process.send?.({ blocks, memory: process.memoryUsage.rss() } satisfies BotFigures);
});
process.send?.('ready');
