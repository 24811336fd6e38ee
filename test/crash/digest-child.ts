/**
 * The bot in a process of its own, with a fake model:
 *
 *   digest-child.ts <data folder> <address of the local Discord's API> <token> [<step>]
 *
 * Prints the lines of its log. With a step it kills itself as soon as it logs that.
 */
import { writeSync } from 'node:fs';
import { startBot } from '../../src/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openApp } from '../../src/open-app.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';

const [DATA_DIR = '', DISCORD_API_URL = '', DISCORD_TOKEN = '', killAt] = process.argv.slice(2);

const log = createLog('debug', {
  destination: {
    write: (line) => {
      // Unlike a stream, this has been written when it returns.
      writeSync(1, line);
      const { step } = JSON.parse(line) as { readonly step?: unknown };
      if (killAt !== undefined && step === killAt) process.kill(process.pid, 'SIGKILL');
    },
  },
});
const bot = await startBot({
  config: readConfig({ DATA_DIR, DISCORD_API_URL, DISCORD_TOKEN }),
  log,
  clock: systemClock,
  embedder: new HashEmbedder({ dimensions: 64 }),
  openApp: async (options) => {
    const app = await openApp(options);
    app.library.setSetting('seeds', 'done');
    // That asks hundreds of questions, which is not what is looked at here.
    return { ...app, calibrate: () => Promise.resolve() };
  },
});
process.on('SIGTERM', () => void bot.stop());
await bot.ready;
log.info({ step: 'ready' }, 'ready');
process.exit(await bot.stopped);
