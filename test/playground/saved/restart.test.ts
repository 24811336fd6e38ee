import { GatewayIntentBits, MessageFlags, PermissionFlagsBits, type Interaction } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import type { LocalDiscordOptions } from '../../../src/playground/local-discord.ts';
import type { Person } from '../../../src/playground/person/person.ts';
import { SavedStateError } from '../../../src/playground/saved/saved-state-error.ts';
import { startLocalDiscord } from '../../../src/playground/start-local-discord.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { ASK, call, connectClient, rawFetch, register } from '../discord-kit.ts';
import { RawGateway } from '../raw-gateway.ts';
import { MemoryStorage } from './memory-storage.ts';

async function start(storage: MemoryStorage, options: Partial<LocalDiscordOptions> = {}) {
  const discord = await startLocalDiscord({ clock: systemClock, storage, ...options });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= discord.close());
  onTestFinished(close);
  return { discord, close };
}

type Started = Awaited<ReturnType<typeof start>>;

function populate({ discord: { world, notes } }: Started): void {
  const guildId = world.addGuild({ name: 'Library', locale: 'de' }).id;
  const channelId = world.addChannel(guildId, { name: 'general' }).id;
  world.addThread(channelId, { name: 'a thread' });
  const bits = PermissionFlagsBits.ManageMessages;
  const role = world.addRole(guildId, { name: 'Moderators', permissions: bits });
  notes.set('guild', guildId);
  notes.set('channel', channelId);
  notes.set('ada', world.addMember(guildId, { name: 'Ada', roles: [role.id], locale: 'fr' }).id);
  notes.set('bob', world.addMember(guildId, { name: 'Bob' }).id);
}

function noted({ discord }: Started, name: string): string {
  const text = discord.notes.get(name);
  if (text === undefined) throw new Error(`There is no note ${name}.`);
  return text;
}

function personOf(started: Started, name: 'ada' | 'bob'): Person {
  return started.discord.as(noted(started, name), noted(started, 'channel'));
}

/**
 * The client connects; the first interaction goes to `answer`. What is resolved to, wrapped since it is waited for later,
 * resolves when the client has heard of its success.
 */
async function answerOnce(
  { discord }: Started,
  answer: (interaction: Interaction) => Promise<unknown>,
): Promise<{ readonly answered: Promise<unknown> }> {
  let note: (work: Promise<unknown>) => void = () => undefined;
  const answered = new Promise<unknown>((resolve) => {
    note = resolve;
  });
  await connectClient(discord, (interaction) => {
    const work = answer(interaction);
    note(work);
    return work;
  });
  return { answered };
}

/** READY and GUILD_CREATE as a bot gets them that connects anew. */
async function greeting({ discord }: Started) {
  const gateway = new RawGateway(discord);
  await gateway.identify(discord);
  const { d } = await gateway.next('GUILD_CREATE');
  const ready = await gateway.next('READY');
  return {
    guild: d,
    ready: { ...ready.d, session_id: null, resume_gateway_url: null },
    events: gateway.events,
  };
}

describe('a local Discord that is started again', () => {
  it('is new once, and the same afterwards: guild, people, notes, token', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    expect(first.discord.isNew).toBe(true);
    populate(first);
    await Promise.resolve();
    const before = await greeting(first);
    const { token, applicationId } = first.discord;
    await first.close();
    const second = await start(storage);
    expect(second.discord).toMatchObject({ isNew: false, token, applicationId });
    const after = await greeting(second);
    expect(after).toEqual(before);
    expect(after.events).toEqual(['READY', 'GUILD_CREATE']);
    expect(personOf(second, 'ada').locale).toBe('fr');
  });

  it('is there with all guilds when the client connects; none is newly joined', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    await first.close();
    const second = await start(storage);
    let joined = 0;
    const client = await connectClient(second.discord);
    client.on('guildCreate', () => {
      joined += 1;
    });
    await second.discord.ready();
    expect(client.guilds.cache.map(({ id }) => id)).toEqual([noted(second, 'guild')]);
    expect(joined).toBe(0);
  });

  it('shows everybody the messages they saw, and files at their new address', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    await personOf(first, 'ada').post('hello', [{ name: 'a.txt', data: Buffer.from('text') }]);
    await first.close();
    const second = await start(storage);
    expect(second.discord.apiUrl).not.toBe(first.discord.apiUrl);
    const [seen] = personOf(second, 'bob').seen();
    expect(seen?.text).toBe('hello');
    const url = seen?.attachments[0]?.url ?? '';
    expect(url).toContain(new URL(second.discord.pageUrl).host);
    expect(await (await rawFetch(url)).text()).toBe('text');
  });

  it('keeps a private answer private, and its buttons in use', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    await register(first.discord, [ASK]);
    const button = { type: 2, style: 1, label: 'More', custom_id: 'more' };
    const { answered } = await answerOnce(first, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const components = [{ type: 1, components: [button] }];
      await interaction.reply({ content: 'for you', components, flags: MessageFlags.Ephemeral });
    });
    await (await personOf(first, 'ada').slash('ask')).reply();
    await answered;
    await first.close();
    const second = await start(storage);
    const { answered: updated } = await answerOnce(second, async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: interaction.customId });
    });
    expect(personOf(second, 'bob').seen()).toEqual([]);
    const ada = personOf(second, 'ada');
    const [answer] = ada.seen();
    if (answer === undefined) throw new Error('The answer is not there.');
    expect((await (await ada.click(answer, 'More')).reply()).text).toBe('more');
    await updated;
  });

  it('awaits no answer of before: what said "thinking" is not finished any more', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    await register(first.discord, [ASK]);
    const { answered: deferred } = await answerOnce(first, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    await (await personOf(first, 'ada').slash('ask')).acknowledged();
    await deferred;
    await first.close();
    const second = await start(storage);
    const [thinking] = second.discord.world.messages(noted(second, 'channel'));
    expect(thinking?.flags).toBe(128);
    expect(second.discord.traffic.interactions).toEqual([]);
  });

  it('has the commands under their ids, and the same ones are not registered again', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    await register(first.discord, [ASK]);
    const path = `/applications/${first.discord.applicationId}/commands?with_localizations=true`;
    const { body } = await call(first.discord, 'GET', path);
    await first.close();
    const second = await start(storage);
    expect((await call(second.discord, 'GET', path)).body).toEqual(body);
  });

  it('still knows the nonce of a message it sent a moment before', async () => {
    const storage = new MemoryStorage();
    const clock = new ManualClock();
    const first = await start(storage, { clock });
    populate(first);
    const path = `/channels/${noted(first, 'channel')}/messages`;
    const body = { content: 'once', nonce: 'n', enforce_nonce: true };
    const sent = await call(first.discord, 'POST', path, { body });
    await first.close();
    const second = await start(storage, { clock });
    const again = await call(second.discord, 'POST', path, { body });
    expect((again.body as { id: string }).id).toBe((sent.body as { id: string }).id);
    clock.advance(300_000);
    const later = await call(second.discord, 'POST', path, { body });
    expect((later.body as { id: string }).id).not.toBe((sent.body as { id: string }).id);
  });

  it('does not lose what was there half a second ago when its process is killed', async () => {
    const storage = new MemoryStorage();
    const clock = new ManualClock();
    const first = await start(storage, { clock });
    populate(first);
    await personOf(first, 'ada').post('hello');
    clock.advance(500);
    await expect.poll(() => storage.saves).toEqual(['state']);
    const second = await start(storage, { clock });
    expect(personOf(second, 'bob').seen()).toHaveLength(1);
  });

  it('with an intent for content is told what people wrote after the start', async () => {
    const storage = new MemoryStorage();
    const options = { privilegedIntents: GatewayIntentBits.MessageContent };
    const first = await start(storage, options);
    populate(first);
    const { id } = await personOf(first, 'ada').post('theirs');
    await first.close();
    const second = await start(storage, options);
    const path = `/channels/${noted(second, 'channel')}/messages/${id}`;
    expect((await call(second.discord, 'GET', path)).body).toMatchObject({ content: 'theirs' });
  });
});

describe('the storage of a local Discord', () => {
  it('gets a file once, before the state that names it, and loses it when no message shows it', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    const data = Buffer.from('text');
    const ada = personOf(first, 'ada');
    const { id, attachments } = await ada.post('hello', [{ name: 'a.txt', data }]);
    await first.close();
    const file = `file-${attachments[0]?.id ?? ''}`;
    expect(storage.saves).toEqual([file, 'state']);
    expect(storage.contents.get(file)?.toString()).toBe('text');
    const second = await start(storage);
    await personOf(second, 'ada').post('more');
    await second.close();
    expect(storage.saves).toEqual([file, 'state', 'state']);
    const third = await start(storage);
    const path = `/channels/${noted(third, 'channel')}/messages/${id}`;
    third.discord.world.setBotPermissions(
      noted(third, 'guild'),
      PermissionFlagsBits.ManageMessages,
    );
    await call(third.discord, 'DELETE', path);
    await third.close();
    expect([...storage.contents.keys()]).toEqual(['state']);
  });

  it('may have lost a file: it is no longer available, and all else is there', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    const data = Buffer.from('text');
    const { attachments } = await personOf(first, 'ada').post('hello', [{ name: 'a.txt', data }]);
    await first.close();
    storage.contents.set(`file-${attachments[0]?.id ?? ''}`, Buffer.from('tex'));
    const second = await start(storage);
    const [seen] = personOf(second, 'bob').seen();
    expect((await rawFetch(seen?.attachments[0]?.url ?? '')).status).toBe(404);
  });

  it('is not written to when nothing has changed', async () => {
    const storage = new MemoryStorage();
    const clock = new ManualClock();
    const { discord, close } = await start(storage, { clock });
    discord.notes.set('a', 'b');
    clock.advance(500);
    await expect.poll(() => storage.saves).toEqual(['state']);
    discord.notes.set('a', 'b');
    await close();
    expect(storage.saves).toEqual(['state']);
  });

  it('with a damaged state ends the start, before anything is open', async () => {
    const storage = new MemoryStorage();
    const first = await start(storage);
    populate(first);
    await first.close();
    const bytes = storage.contents.get('state') ?? Buffer.alloc(0);
    storage.contents.set('state', bytes.subarray(0, bytes.length - 1));
    await expect(start(storage)).rejects.toBeInstanceOf(SavedStateError);
  });

  it('that fails does not keep the Discord open', async () => {
    const storage = new MemoryStorage();
    const discord = await startLocalDiscord({ clock: systemClock, storage });
    storage.failure = new Error('disk full');
    await expect(discord.close()).rejects.toThrow('disk full');
    await expect(rawFetch(discord.apiUrl)).rejects.toThrow('fetch failed');
  });
});
