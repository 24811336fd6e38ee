import { setImmediate } from 'node:timers/promises';
import { GatewayOpcodes } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../../src/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import type { Fault } from '../../src/playground/local-discord.ts';
import type { Person } from '../../src/playground/person/person.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { openWithoutSeeds, startBotKit, type BotKit } from './bot-kit.ts';
import { eventually } from './eventually.ts';
import { Gate, says, trialFeature } from './trial-feature.ts';

const IDENTIFY: number = GatewayOpcodes.Identify;
const CALLBACK = { method: 'POST', path: /^\/interactions\/\d+\/[^/]+\/callback$/ };
const EDIT = { method: 'PATCH', path: /^\/webhooks\/\d+\/[^/]+\/messages\/%40original$/ };

async function startGated(shards = 1) {
  const gate = new Gate();
  let runs = 0;
  const kit = await startBotKit({
    discord: { shards },
    createFeatures: () => [
      trialFeature({
        run: async (what) => {
          runs++;
          if (!what.startsWith('quick')) await gate.opened;
          return says(`done: ${what}`);
        },
      }),
    ],
  });
  return { ...kit, gate, runs: () => runs };
}

/** Requests that came to the local Discord, disturbed ones included. */
function requestsTo({ discord }: BotKit, { method, path }: typeof EDIT): number {
  return discord.traffic.requests.filter((each) => each.method === method && path.test(each.path))
    .length;
}

/** Everything that everybody sees in the channel. */
function shownIn({ discord, channelId }: BotKit): string[] {
  return discord.world.messages(channelId).map(({ components }) => JSON.stringify(components));
}

const LOST_CONNECTIONS: readonly (readonly [string, (kit: BotKit) => void])[] = [
  [
    'is dropped and resumed',
    ({ discord }) => {
      discord.faults.dropGateway();
    },
  ],
  [
    'is dropped and its session forgotten',
    ({ discord }) => {
      discord.faults.dropGateway({ forget: true });
    },
  ],
  [
    'is asked to reconnect',
    ({ discord }) => {
      discord.faults.askToReconnect();
    },
  ],
  [
    'loses its session but may resume it',
    ({ discord }) => {
      discord.faults.invalidateSession(true);
    },
  ],
  [
    'loses its session',
    ({ discord }) => {
      discord.faults.invalidateSession(false);
    },
  ],
];

test.each(LOST_CONNECTIONS)(
  'no answer is lost or doubled while the connection %s',
  async (_how, disturb) => {
    const kit = await startGated();
    const { member, gate, discord } = kit;
    const before = await Promise.all(
      Array.from({ length: 5 }, (_, at) => member.slash('trial', { what: `slow ${at}` })),
    );
    for (const pending of before) await pending.acknowledged();
    disturb(kit);
    gate.open();
    for (const [at, pending] of before.entries()) {
      expect((await pending.reply()).text).toBe(`done: slow ${at}`);
    }
    await discord.ready();
    const after = await member.slash('trial', { what: 'quick after' });
    expect((await after.reply()).text).toBe('done: quick after');
    expect(shownIn(kit)).toHaveLength(6);
    expect(kit.runs()).toBe(6);
    expect(discord.traffic.violations).toEqual([]);
  },
);

const CALLBACK_FAULTS: readonly (readonly [string, Fault])[] = [
  ['500 instead of being carried out', { kind: 'status', status: 500 }],
  ['503 twice', { kind: 'status', status: 503, times: 2 }],
  ['500 after it was carried out', { kind: 'status', status: 500, after: true }],
  ['a rate limit', { kind: 'rate-limit', ms: 300 }],
  ['a lost connection instead of being carried out', { kind: 'drop' }],
  ['a lost connection after it was carried out', { kind: 'drop', after: true }],
  ['a slow answer after it was carried out', { kind: 'delay', ms: 1_500, after: true }],
];

test.each(CALLBACK_FAULTS)('a first response that meets %s is given once', async (_what, fault) => {
  const kit = await startGated();
  const { member, discord } = kit;
  discord.faults.answer(CALLBACK, fault);
  const pending = await member.slash('trial', { what: 'quick' });
  expect(await pending.acknowledged()).toMatchObject({ kind: 'message' });
  expect((await pending.reply()).text).toBe('done: quick');
  const next = await member.slash('trial', { what: 'quick again' });
  expect((await next.reply()).text).toBe('done: quick again');
  expect(shownIn(kit)).toHaveLength(2);
  expect(kit.log.filter(({ level }) => level >= 40)).toEqual([]);
});

test.each(CALLBACK_FAULTS)('a deferral that meets %s leads to one answer', async (_what, fault) => {
  const kit = await startGated();
  const { member, discord, gate } = kit;
  discord.faults.answer(CALLBACK, fault);
  const pending = await member.slash('trial', { what: 'slow' });
  expect(await pending.acknowledged()).toMatchObject({ kind: 'deferred' });
  gate.open();
  expect((await pending.reply()).text).toBe('done: slow');
  expect(shownIn(kit)).toHaveLength(1);
  await eventually(() => {
    expect(requestsTo(kit, CALLBACK)).toBeGreaterThan(1);
  });
});

const EDIT_FAULTS: readonly (readonly [string, Fault])[] = [
  ['500 four times', { kind: 'status', status: 500, times: 4 }],
  ['502 after it was carried out', { kind: 'status', status: 502, after: true }],
  ['a rate limit', { kind: 'rate-limit', ms: 300 }],
  ['a rate limit of everything', { kind: 'rate-limit', ms: 300, global: true }],
  ['a lost connection', { kind: 'drop', times: 2 }],
];

test.each(EDIT_FAULTS)('an answer that meets %s is shown once', async (_what, fault) => {
  const kit = await startGated();
  const { member, discord, gate } = kit;
  const pending = await member.slash('trial', { what: 'slow' });
  await pending.acknowledged();
  discord.faults.answer(EDIT, fault);
  gate.open();
  await eventually(() => {
    expect(requestsTo(kit, EDIT)).toBeGreaterThan(1);
  });
  expect((await pending.reply()).text).toBe('done: slow');
  expect(shownIn(kit)).toHaveLength(1);
});

test('an answer that comes too late to be delivered is in the log with a reference', async () => {
  const kit = await startGated();
  const { member, discord } = kit;
  discord.faults.answer(CALLBACK, { kind: 'rate-limit', ms: 3_500 });
  const pending = await member.slash('trial', { what: 'quick' });
  await expect(pending.acknowledged()).rejects.toThrow('did not respond');
  await eventually(() => {
    expect(kit.log).toContainEqual(
      expect.objectContaining({
        msg: 'an answer could not be delivered',
        interaction: pending.id,
        reference: expect.stringMatching(/^[a-z2-7]{8}$/) as string,
      }),
    );
  });
  expect(shownIn(kit)).toEqual([]);
});

test('of two processes with the same token one answers', async () => {
  const kit = await startGated();
  const { member, config } = kit;
  const lines: string[] = [];
  const second = await startBot({
    config: { ...config, DATA_DIR: await temporaryFolder() },
    log: createLog('debug', { destination: { write: (line) => void lines.push(line) } }),
    clock: systemClock,
    embedder: new HashEmbedder(),
    openApp: openWithoutSeeds,
    createFeatures: () => [trialFeature({})],
  });
  onTestFinished(() => second.stop());
  await second.ready;
  const pending = await member.slash('trial', { what: 'quick' });
  expect((await pending.reply()).text).toBe('done: quick');
  await eventually(() => {
    const all = [...kit.log.map(({ msg }) => msg), ...lines].join('\n');
    expect(all).toContain('an answer could not be delivered');
  });
  expect(shownIn(kit)).toHaveLength(1);
});

test('what is asked while the connection was lost is answered when it is resumed', async () => {
  const kit = await startGated();
  const { member, discord } = kit;
  discord.faults.dropGateway();
  const pending = await member.slash('trial', { what: 'quick' });
  expect((await pending.reply()).text).toBe('done: quick');
  await discord.ready();
  expect(kit.runs()).toBe(1);
  expect(discord.traffic.gateway).toContainEqual(expect.objectContaining({ event: 'RESUMED' }));
});

test('three shards are one bot, before and after they have connected again', async () => {
  const kit = await startGated(3);
  const { discord } = kit;
  const people = await onePersonPerShard(kit, 3);
  const askEverywhere = async (): Promise<void> => {
    for (const [at, person] of people.entries()) {
      const reply = await (await person.slash('trial', { what: `quick ${at}` })).reply();
      expect(reply.text).toBe(`done: quick ${at}`);
    }
  };
  await askEverywhere();
  discord.faults.dropGateway();
  await askEverywhere();
  const identifies = discord.traffic.gateway.filter(({ op }) => op === IDENTIFY);
  expect(identifies).toHaveLength(3);
  expect(discord.traffic.violations).toEqual([]);
});

/** Somebody in a guild of each shard; guilds are added until every shard has one. */
async function onePersonPerShard({ discord }: BotKit, shards: number): Promise<Person[]> {
  const people = new Map<number, Person>();
  while (people.size < shards) {
    const { id } = discord.world.addGuild({ name: 'Another' });
    const channel = discord.world.addChannel(id, { name: 'general' });
    const person = discord.world.addMember(id, { name: 'Ada' });
    people.set(Number((BigInt(id) >> 22n) % BigInt(shards)), discord.as(person.id, channel.id));
    await setImmediate();
  }
  return [...people.values()];
}

test('200 questions at once are all acknowledged within 3 s and all answered', async () => {
  const kit = await startGated();
  const { member, discord, gate } = kit;
  const pending = await Promise.all(
    Array.from({ length: 200 }, (_, at) => member.slash('trial', { what: `slow ${at}` })),
  );
  for (const each of pending) {
    const { kind, afterMs } = await each.acknowledged();
    expect(kind).toBe('deferred');
    expect(afterMs).toBeLessThan(3_000);
  }
  gate.open();
  for (const [at, each] of pending.entries()) {
    expect((await each.reply()).text).toBe(`done: slow ${at}`);
  }
  expect(shownIn(kit)).toHaveLength(200);
  expect(discord.traffic.violations).toEqual([]);
});
