import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MS_PER_DAY } from '../../src/clock.ts';
import { buildParts } from '../../src/playground/build-parts.ts';
import { FIRST_RESPONSE_MS, TOKEN_LIFE_MS } from '../../src/playground/interactions/interaction.ts';
import { JumpingClock } from '../../src/playground/jumping-clock.ts';
import { RateLimits } from '../../src/playground/rest/rate-limits.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { call, startDiscord } from './discord-kit.ts';
import { RawGateway } from './raw-gateway.ts';

function startClock() {
  const base = new ManualClock();
  const clock = new JumpingClock(base);
  const jump = (days: number): void => {
    clock.advanceTo(new Date(clock.now().getTime() + days * MS_PER_DAY));
  };
  return { base, steady: clock.steady, jump };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** An interaction that was just sent. */
function send() {
  const time = startClock();
  const { parts } = buildParts({ clock: time.steady }, 'http://127.0.0.1:1', null);
  onTestFinished(() => {
    parts.alarms.close();
  });
  const guildId = parts.world.addGuild({ name: 'Library' }).id;
  const channel = parts.state.channel(parts.world.addChannel(guildId, { name: 'general' }).id);
  const userId = parts.world.addMember(guildId, { name: 'Ada' }).id;
  const type = InteractionType.ApplicationCommand;
  const draft = { type, name: 'ask', userId, channel, locale: 'en-US', data: {} };
  const interaction = parts.interactions.start(draft);
  return { ...time, parts, interaction };
}

describe('when the time is set forward by days', () => {
  it('an interaction can be answered for as long as before', async () => {
    const { parts, interaction, base, jump } = send();
    const { interactions } = parts;
    jump(3);
    await settle();
    base.advance(FIRST_RESPONSE_MS - 1);
    jump(3);
    await settle();
    expect(interaction.failed).toBe(false);
    expect(interactions.awaiting(interaction.id, interaction.token)).toBe(interaction);
    base.advance(1);
    await settle();
    expect(interaction.failed).toBe(true);
  });

  it('the token of an interaction lives as long as before', () => {
    const { parts, interaction, base, jump } = send();
    const { interactions } = parts;
    interactions.respond(interaction, { kind: 'deferred' });
    jump(3);
    base.advance(TOKEN_LIFE_MS - 1);
    expect(interactions.isOver(interaction)).toBe(false);
    base.advance(1);
    expect(interactions.isOver(interaction)).toBe(true);
  });

  it('ids and times of what comes after are later', async () => {
    const { steady, jump } = startClock();
    const { discord, channelId, member } = await startDiscord({ clock: steady });
    const before = await member.post('before');
    jump(3);
    const after = await member.post('after');
    const days = (Date.parse(after.timestamp) - Date.parse(before.timestamp)) / MS_PER_DAY;
    expect(days).toBe(3);
    expect(Number((BigInt(after.id) >> 22n) - (BigInt(before.id) >> 22n))).toBe(3 * MS_PER_DAY);
    const { body } = await call(discord, 'GET', `/channels/${channelId}/messages`);
    expect((body as { id: string }[]).map(({ id }) => id)).toEqual([after.id, before.id]);
  });

  it('the gateway does not take the bot for a silent one', async () => {
    const { steady, jump } = startClock();
    const { discord } = await startDiscord({ clock: steady });
    const gateway = new RawGateway(discord);
    await gateway.identify(discord);
    await gateway.next('GUILD_CREATE');
    jump(3);
    await settle();
    gateway.send(1, null);
    await gateway.next(11);
    expect(gateway.received.some(({ op }) => op === 1)).toBe(false);
  });

  it('a window of requests is as long as before, and ends at the new time', () => {
    const { base, steady, jump } = startClock();
    const limits = new RateLimits(steady, true);
    const count = () => limits.count('POST', '/x', {});
    for (let request = 0; request < 5; request += 1) expect(count().retryAfter).toBeNull();
    jump(3);
    const { retryAfter, headers } = count();
    expect(retryAfter).toBe(5);
    const resetAt = Number(headers['X-RateLimit-Reset']) * 1_000;
    expect(resetAt).toBe(steady.now().getTime() + 5_000);
    base.advance(5_000);
    expect(count().retryAfter).toBeNull();
  });
});
