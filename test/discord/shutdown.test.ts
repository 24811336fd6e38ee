import { expect, test } from 'vitest';
import { madeUpArticle } from '../app/made-up-articles.ts';
import { startBotKit } from './bot-kit.ts';
import { Gate, says, trialFeature } from './trial-feature.ts';

test('a stop finishes what was acknowledged, and takes nothing more', async () => {
  const gate = new Gate();
  const { member, bot, discord } = await startBotKit({
    createFeatures: () => [
      trialFeature({
        run: async (what) => {
          await gate.opened;
          return says(`done: ${what}`);
        },
        complete: () => Promise.resolve([{ name: 'a', value: 'a' }]),
      }),
    ],
  });
  const acknowledged = await member.slash('trial', { what: 'this' });
  await acknowledged.acknowledged();
  const stop = bot().stop();
  member.locale = 'fr';
  const late = await member.slash('trial', { what: 'late' });
  expect((await late.reply()).text).toBe('Je redémarre. Réessaie dans une minute.');
  expect(await member.complete('trial', { what: 'a' }, 'what')).toEqual([]);
  gate.open();
  expect((await acknowledged.reply()).text).toBe('done: this');
  await stop;
  expect(await bot().stopped).toBe(0);
  expect(discord.traffic.violations).toEqual([]);
});

test('what does not end in time is aborted, and says so', async () => {
  const { member, bot, discord } = await startBotKit({
    createFeatures: () => [
      trialFeature({
        run: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => {
              reject(new DOMException('aborted', 'AbortError'));
            });
          }),
      }),
    ],
  });
  const pending = await member.slash('trial', { what: 'private' });
  await pending.acknowledged();
  await bot().stop();
  expect((await pending.reply()).text).toBe(
    'I had to restart before this was done. Please try again in a minute.',
  );
  expect(discord.traffic.violations).toEqual([]);
});

test('a bot that was stopped starts again on the same data', async () => {
  const { member, restart, share, app } = await startBotKit({
    createFeatures: () => [
      trialFeature({
        run: async (_, { archive }) =>
          says(`${(await archive()).stats().visible.articles} articles`),
      }),
    ],
  });
  await share(madeUpArticle(1));
  await restart();
  expect((await (await member.slash('trial', { what: 'this' })).reply()).text).toBe('1 articles');
  expect((await app()).library.list({ scopes: ['shared'], limit: 5 }).total).toBe(1);
});
