import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';
import type { Caller } from '../../src/discord/command.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { startBotKit } from './bot-kit.ts';
import { eventually } from './eventually.ts';
import { Gate, says, trialFeature } from './trial-feature.ts';

const MINUTE = 60_000;
const EDIT = /^\/webhooks\/\d+\/[^/]+\/messages\/%40original$/;

/** A bot whose command hands its caller to the test and answers when told to. */
async function startLongWork() {
  const clock = new ManualClock();
  const begun = new Gate<Caller>();
  const done = new Gate();
  const kit = await startBotKit({
    clock,
    // A clock that is moved by minutes would otherwise end the connection.
    discord: { heartbeatIntervalMs: 86_400_000 },
    createFeatures: () => [
      trialFeature({
        run: async (_, caller) => {
          begun.open(caller);
          await done.opened;
          return says('all done');
        },
      }),
    ],
  });
  return { ...kit, clock, begun, done };
}

test('progress acknowledges, and is edited at most every two seconds', async () => {
  const { clock, member, begun, done, discord } = await startLongWork();
  const pending = await member.slash('trial', { what: 'private' });
  const caller = await begun.opened;
  caller.progress(says('step 0'));
  expect(await pending.acknowledged()).toMatchObject({ kind: 'deferred' });
  await pending.until(({ text }) => text === 'step 0');
  for (let step = 1; step <= 40; step++) {
    clock.advance(100);
    caller.progress(says(`step ${step}`));
    if (step % 20 === 0)
      await pending.until(({ text }) => text === `step ${step}` || text === `step ${step - 1}`);
  }
  done.open();
  expect((await pending.until(({ text }) => text === 'all done')).ephemeral).toBe(true);
  const edits = discord.traffic.requests.filter(
    ({ method, path }) => method === 'PATCH' && EDIT.test(path),
  );
  expect(edits).toHaveLength(4);
  expect(discord.traffic.violations).toEqual([]);
});

test('work that outlives the interaction goes on in one message of the channel', async () => {
  const { clock, member, begun, done, discord, channelId } = await startLongWork();
  const pending = await member.slash('trial', { what: 'private' });
  const caller = await begun.opened;
  caller.progress(says('early'));
  await pending.until(({ text }) => text === 'early');
  clock.advance(14.6 * MINUTE);
  caller.progress(says('late'));
  const shown = () => JSON.stringify(discord.world.messages(channelId));
  await eventually(() => {
    expect(shown()).toContain('late');
  });
  clock.advance(MINUTE);
  caller.progress(says('later'));
  await eventually(() => {
    expect(shown()).toContain('later');
  });
  done.open();
  await eventually(() => {
    expect(shown()).toContain('all done');
  });
  const messages = discord.world.messages(channelId);
  expect(messages).toMatchObject([{ mentions: [], mention_everyone: false, mention_roles: [] }]);
  expect(discord.traffic.violations).toEqual([]);
});

test('where the bot may not write, the end of long work is in the log', async () => {
  const { clock, member, begun, done, discord, channelId, guildId, log } = await startLongWork();
  discord.world.overwrite(
    channelId,
    { id: guildId, kind: 'role' },
    { deny: PermissionFlagsBits.SendMessages },
  );
  const pending = await member.slash('trial', { what: 'private' });
  const caller = await begun.opened;
  caller.progress(says('early'));
  await pending.until(({ text }) => text === 'early');
  clock.advance(15 * MINUTE);
  done.open();
  await eventually(() => {
    expect(log).toContainEqual(
      expect.objectContaining({
        msg: 'an answer could not be delivered',
        interaction: pending.id,
      }),
    );
  });
  expect(discord.world.messages(channelId)).toEqual([]);
});
