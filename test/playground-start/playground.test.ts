import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { UserError } from '../../src/errors.ts';
import { WELCOME } from '../../src/newsroom/welcome.ts';
import { privateReplyTo } from '../commands/archive-bot.ts';
import { storyAbout } from '../commands/ingest-bot.ts';
import { eventually } from '../discord/eventually.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { advance, guildSeen, peopleOf, startHere } from './playground-kit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('a new playground has a member, a moderator with a channel of their own, and nothing said yet', async () => {
  const playground = await startHere();
  const { mia, max, channels } = await peopleOf(playground);
  const view = await guildSeen(playground.url, mia.userId);
  expect(view.people).toMatchObject([
    { name: 'Mia', roles: [] },
    { name: 'Max', roles: ['Moderators'] },
  ]);
  expect(view.channels.map(({ name }) => name)).toEqual(['general', 'digest']);
  expect(Object.keys(channels)).toEqual(['general', 'newsroom', 'digest']);
  expect(view.commands.map(({ name }) => name)).toContain('ask');
  expect(view.commands.map(({ name }) => name)).not.toContain('ingest');
  expect(view.time).toMatchObject({ aheadMs: 0, next: null });
  expect(view.welcome).toEqual(WELCOME);
  for (const id of Object.values(channels)) {
    expect(playground.discord.world.messages(id)).toEqual([]);
  }
  const inNewsroom = playground.discord.as(max.userId, channels['newsroom'] ?? '');
  expect((await (await inNewsroom.slash('archive stats')).reply()).text).toContain('1');
  expect(playground.discord.traffic.violations).toEqual([]);
});

test('the next start finds the guild, what was said, the archive and the time as they were', async () => {
  const folder = await temporaryFolder();
  const first = await startHere(folder);
  const before = await peopleOf(first);
  await before.mia.post('Good morning');
  await schedule(before, 6 * HOUR);
  expect(await advance(first.url, before.max)).toEqual({ outcome: 'done' });
  const { aheadMs } = (await guildSeen(first.url)).time;
  expect(aheadMs).toBeGreaterThan(5 * HOUR);
  await first.stop();
  const second = await startHere(folder);
  const after = await peopleOf(second);
  expect(after).toMatchObject({ guildId: before.guildId, channels: before.channels });
  expect(after.mia.userId).toBe(before.mia.userId);
  expect(after.mia.seen().map(({ text }) => text)).toContain('Good morning');
  const { time } = await guildSeen(second.url);
  expect(time.aheadMs).toBe(aheadMs);
  expect(time.next?.label).toBe('Next digest');
  expect(await readdir(folder)).toEqual(['playground']);
});

test('a digest is posted as soon as the clock is set to its time: once, and with what is new', async () => {
  const playground = await startHere();
  const people = await peopleOf(playground);
  const digestChannel = people.channels['digest'] ?? '';
  const posts = () => playground.discord.world.messages(digestChannel);
  const dueAt = await schedule(people, 6 * HOUR);
  const modal = await (await people.max.slash('ingest text')).modal();
  const article = { headline: 'Harbour opens', body: storyAbout('harbour') };
  const preview = await privateReplyTo(people.max.submit(modal, article));
  const receipt = await privateReplyTo(people.max.click(preview, 'Add'));
  expect(receipt.text).toContain('1 article added');
  expect((await guildSeen(playground.url)).time.next).toEqual({
    label: 'Next digest',
    at: new Date(dueAt).toISOString(),
  });
  expect(await advance(playground.url, people.max)).toEqual({ outcome: 'done' });
  // A job that went on sleeping until its minute is over would be too late for this.
  await expect.poll(posts, { timeout: 10_000 }).toHaveLength(1);
  const [post] = posts();
  expect(JSON.stringify(post)).toContain('Harbour opens');
  const lateMs = Date.parse(post?.timestamp ?? '') - dueAt;
  expect(lateMs).toBeGreaterThanOrEqual(0);
  const { time } = await guildSeen(playground.url);
  expect(time.next?.at).toBe(new Date(dueAt + 24 * HOUR).toISOString());
  const { digests } = await playground.bot.app;
  await eventually(() => {
    expect(digests.list(people.guildId)).toMatchObject([{ last: { outcome: 'posted' } }]);
  });
  expect(posts()).toHaveLength(1);
});

test('what is damaged is put aside, said in a sentence, and the playground begins anew', async () => {
  const folder = await temporaryFolder();
  const first = await startHere(folder);
  await (await peopleOf(first)).mia.post('Good morning');
  await first.stop();
  const saved = join(folder, 'playground', 'discord', 'state');
  const damaged = (await readFile(saved)).subarray(0, 100);
  await writeFile(saved, damaged);
  const remarks: string[] = [];
  const second = await startHere(folder, { onRemark: (sentence) => remarks.push(sentence) });
  expect((await peopleOf(second)).mia.seen()).toEqual([]);
  const place = join(folder, 'playground', 'discord.damaged');
  expect(remarks).toEqual([expect.stringContaining(place)]);
  expect(await readFile(join(place, 'state'))).toEqual(damaged);
});

test('a second playground on the same folder is refused, and changes nothing in it', async () => {
  const folder = await temporaryFolder();
  const first = await startHere(folder);
  const { mia } = await peopleOf(first);
  await mia.post('Still here');
  const state = join(folder, 'playground', 'discord', 'state');
  await eventually(async () => {
    expect(await readFile(state, 'utf8')).toContain('Still here');
  });
  const before = await readFile(state);
  await expect(startHere(folder)).rejects.toThrow(UserError);
  expect(await readFile(state)).toEqual(before);
});

test('a start that is called off closes what it had opened', async () => {
  const folder = await temporaryFolder();
  const calledOff = new AbortController();
  const starting = startHere(folder, {
    signal: calledOff.signal,
    onProgress: ({ stage }) => {
      if (stage === 'seeds') calledOff.abort();
    },
  });
  await expect(starting).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  // The archive would be refused to the next one if it were still open, and has its seeds to come.
  const next = await startHere(folder);
  expect((await next.bot.ready).articles).toBe(1);
});

/** Max schedules a digest for #digest. @returns when it is due, in milliseconds since 1970. */
async function schedule(
  { max, channels }: Awaited<ReturnType<typeof peopleOf>>,
  inMs: number,
): Promise<number> {
  const due = new Date(Math.ceil((systemClock.now().getTime() + inMs) / MINUTE) * MINUTE);
  const reply = await privateReplyTo(
    max.slash('digest schedule', {
      channel: channels['digest'] ?? '',
      time: due.toISOString().slice(11, 16),
      timezone: 'UTC',
    }),
  );
  expect(reply.text).toContain('#');
  return due.getTime();
}
