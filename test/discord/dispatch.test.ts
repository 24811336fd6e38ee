import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { startBotKit, type BotKit, type BotKitOptions } from './bot-kit.ts';
import { eventually } from './eventually.ts';
import {
  asks,
  Gate,
  moderatorFeature,
  says,
  trialFeature,
  type TrialBehaviour,
} from './trial-feature.ts';

function startTrial(behaviour: TrialBehaviour, options: BotKitOptions = {}): Promise<BotKit> {
  return startBotKit({
    createFeatures: () => [trialFeature(behaviour), moderatorFeature()],
    ...options,
  });
}

function lineOf({ log }: BotKit, msg: string) {
  const line = log.find((each) => each.msg === msg);
  if (!line) throw new Error(`There is no line "${msg}" in the log.`);
  return line;
}

test('what is ready at once is the first response itself', async () => {
  const { member, discord } = await startTrial({});
  const shown = await member.slash('trial', { what: 'this' });
  expect(await shown.acknowledged()).toMatchObject({ kind: 'message' });
  expect(await shown.reply()).toMatchObject({ text: 'done: this', ephemeral: false });
  const hidden = await member.slash('trial', { what: 'private' });
  expect(await hidden.reply()).toMatchObject({ text: 'done: private', ephemeral: true });
  expect(discord.traffic.violations).toEqual([]);
});

test('what takes longer than a second is deferred, as privately as the answer will be, and then shown', async () => {
  const gate = new Gate();
  const { member, discord } = await startTrial({
    run: async (what) => {
      await gate.opened;
      return says(`done: ${what}`);
    },
  });
  const shown = await member.slash('trial', { what: 'this' });
  const hidden = await member.slash('trial', { what: 'private' });
  for (const pending of [shown, hidden]) {
    const { kind, afterMs } = await pending.acknowledged();
    expect(kind).toBe('deferred');
    expect(afterMs).toBeLessThan(3_000);
  }
  gate.open();
  expect(await shown.reply()).toMatchObject({ text: 'done: this', ephemeral: false });
  expect(await hidden.reply()).toMatchObject({ text: 'done: private', ephemeral: true });
  expect(discord.traffic.violations).toEqual([]);
});

test('files follow a deferral, and are shown', async () => {
  const data = new TextEncoder().encode('{}');
  const { member, discord } = await startTrial({
    run: () =>
      Promise.resolve({
        components: [{ type: 13, file: { url: 'attachment://export.jsonl' } }],
        files: [{ name: 'export.jsonl', data }],
      }),
  });
  const pending = await member.slash('trial', { what: 'private' });
  expect(await pending.acknowledged()).toMatchObject({ kind: 'deferred' });
  const { attachments } = await pending.reply();
  expect(attachments).toMatchObject([{ filename: 'export.jsonl', size: 2 }]);
  expect(discord.traffic.violations).toEqual([]);
});

test('buttons and modals answer where their handler says', async () => {
  const { member, discord } = await startTrial({
    run: () =>
      Promise.resolve(
        says(
          'choose',
          ['public', 'Public'],
          ['private', 'Private'],
          ['update', 'Update'],
          ['modal', 'Modal'],
        ),
      ),
    click: ([what]) => Promise.resolve(what === undefined ? says('clicked') : asks(what)),
  });
  const message = await (await member.slash('trial', { what: 'this' })).reply();
  const open = await (await member.click(message, 'Public')).reply();
  expect(open).toMatchObject({ text: 'clicked', ephemeral: false });
  const hidden = await (await member.click(message, 'Private')).reply();
  expect(hidden).toMatchObject({ text: 'clicked', ephemeral: true });
  const modal = await (await member.forgeClick(message, 'modal:public')).modal();
  const submitted = await (await member.submit(modal, { words: 'words' })).reply();
  expect(submitted).toMatchObject({ text: 'submitted: words', ephemeral: false });
  const updating = await (await member.forgeClick(message, 'modal:update')).modal();
  const updated = await (await member.submit(updating, { words: 'anew' })).reply();
  expect(updated).toMatchObject({ id: message.id, text: 'submitted: anew' });
  expect(discord.traffic.violations).toEqual([]);
});

test('a button that updates its message defers the update when that takes longer', async () => {
  const gate = new Gate();
  const { member, discord } = await startTrial({
    run: () => Promise.resolve(says('before', ['update', 'Update'])),
    click: async () => {
      await gate.opened;
      return says('after', ['update', 'Update']);
    },
  });
  const message = await (await member.slash('trial', { what: 'this' })).reply();
  const pending = await member.click(message, 'Update');
  expect(await pending.acknowledged()).toMatchObject({ kind: 'deferred' });
  gate.open();
  expect(await pending.reply()).toMatchObject({ id: message.id, text: 'after' });
  expect(discord.traffic.violations).toEqual([]);
});

test('a modal that a command opened, and that would update a message, answers privately', async () => {
  const { member, discord } = await startTrial({ run: () => Promise.resolve(asks('update')) });
  const modal = await (await member.slash('trial', { what: 'modal' })).modal();
  const reply = await (await member.submit(modal, { words: 'words' })).reply();
  expect(reply).toMatchObject({ text: 'submitted: words', ephemeral: true });
  expect(discord.traffic.violations).toEqual([]);
});

test('a modal that is not ready in time becomes a sentence', async () => {
  const { member, discord } = await startTrial({ run: () => new Promise(() => undefined) });
  const pending = await member.slash('trial', { what: 'modal' });
  const { kind, afterMs } = await pending.acknowledged();
  expect(kind).toBe('message');
  expect(afterMs).toBeLessThan(3_000);
  expect(await pending.reply()).toMatchObject({
    text: 'I am still getting ready. Please try again in a few seconds.',
    ephemeral: true,
  });
  expect(discord.traffic.violations).toEqual([]);
});

test('a permission is checked again, whatever an administrator has allowed', async () => {
  const kit = await startTrial({
    run: () => Promise.resolve(says('buttons', ['moderate', 'Moderate'])),
  });
  const { member, moderator, discord, guildId } = kit;
  discord.world.allowCommandToEveryone(guildId, 'moderate');
  member.locale = 'de';
  const denied = await (await member.slash('moderate')).reply();
  expect(denied.ephemeral).toBe(true);
  expect(denied.text).toContain('die Berechtigung „Nachrichten verwalten“');
  expect((await (await moderator.slash('moderate')).reply()).text).toBe('moderated');
  const message = await (await member.slash('trial', { what: 'this' })).reply();
  const clicked = await (await member.click(message, 'Moderate')).reply();
  expect(clicked.text).toContain('Nachrichten verwalten');
  expect((await (await moderator.click(message, 'Moderate')).reply()).text).toBe('clicked');
  expect(discord.traffic.violations).toEqual([]);
});

test('a button of an older version is answered with a sentence in the person’s language', async () => {
  const { member, discord } = await startTrial({});
  const message = await (await member.slash('trial', { what: 'this' })).reply();
  member.locale = 'es-419';
  for (const customId of ['gone:1', ':', 'constructor']) {
    const reply = await (await member.forgeClick(message, customId)).reply();
    expect(reply.ephemeral).toBe(true);
    expect(reply.text).toContain('ya no conozco este botón');
  }
  expect(discord.traffic.violations).toEqual([]);
});

test('what the person can mend is told as it is, and logged low', async () => {
  const kit = await startTrial({
    run: () => Promise.reject(new UserError('Write it with a hyphen')),
  });
  const reply = await (await kit.member.slash('trial', { what: 'this' })).reply();
  expect(reply).toMatchObject({ text: 'Write it with a hyphen', ephemeral: true });
  expect(lineOf(kit, 'a request was refused')).toMatchObject({ level: 30, command: 'trial' });
});

test('any other failure is told with a reference that stands in the log with its cause', async () => {
  const kit = await startTrial({
    run: () => Promise.reject(new TypeError('x is not a function', { cause: new Error('deep') })),
  });
  const pending = await kit.member.slash('trial', { what: 'this' });
  const reply = await pending.reply();
  expect(reply.ephemeral).toBe(true);
  expect(reply.text).not.toContain('x is not a function');
  const reference = /`([a-z2-7]{8})`/.exec(reply.text)?.[1];
  const line = lineOf(kit, 'a request failed');
  expect(line).toMatchObject({ level: 50, reference, command: 'trial', interaction: pending.id });
  expect(JSON.stringify(line['err'])).toContain('deep');
});

test('a reply that Discord refuses is a failure like any other', async () => {
  const kit = await startTrial({ run: () => Promise.resolve(says('x'.repeat(4_001))) });
  const reply = await (await kit.member.slash('trial', { what: 'this' })).reply();
  expect(reply.text).toMatch(/`[a-z2-7]{8}`/);
  expect(lineOf(kit, 'a request failed')).toMatchObject({ level: 50 });
});

test('a public deferral that ends in a failure disappears; only the caller is told', async () => {
  const gate = new Gate();
  const kit = await startTrial({
    run: async () => {
      await gate.opened;
      throw new UserError('There is no such day');
    },
  });
  const { member, discord, channelId } = kit;
  const pending = await member.slash('trial', { what: 'this' });
  expect(await pending.acknowledged()).toMatchObject({ kind: 'deferred' });
  gate.open();
  await eventually(() => {
    expect(pending.followUps).toMatchObject([{ text: 'There is no such day', ephemeral: true }]);
  });
  expect(discord.world.messages(channelId)).toEqual([]);
  expect(discord.traffic.violations).toEqual([]);
});

test('a failed update leaves the message as it is', async () => {
  const gate = new Gate();
  const { member, discord, channelId } = await startTrial({
    run: () => Promise.resolve(says('before', ['update', 'Update'])),
    click: async () => {
      await gate.opened;
      throw new UserError('It is gone');
    },
  });
  const message = await (await member.slash('trial', { what: 'this' })).reply();
  const pending = await member.click(message, 'Update');
  await pending.acknowledged();
  gate.open();
  await eventually(() => {
    expect(pending.followUps).toMatchObject([{ text: 'It is gone', ephemeral: true }]);
  });
  expect(discord.world.messages(channelId)).toHaveLength(1);
  expect(discord.traffic.violations).toEqual([]);
});

test('suggestions come as they are, and where there are none in time, none', async () => {
  const choices = Array.from({ length: 30 }, (_, at) => ({ name: `n${at}`, value: `v${at}` }));
  const answers = [
    () => Promise.resolve(choices),
    () => Promise.reject(new Error('broken')),
    () => new Promise<never>(() => undefined),
  ];
  const { member, discord } = await startTrial({
    complete: () => answers.shift()?.() ?? Promise.resolve([]),
  });
  expect(await member.complete('trial', { what: 'a' }, 'what')).toEqual(choices.slice(0, 25));
  expect(await member.complete('trial', { what: 'a' }, 'what')).toEqual([]);
  expect(await member.complete('trial', { what: 'a' }, 'what')).toEqual([]);
  expect(discord.traffic.violations).toEqual([]);
});
