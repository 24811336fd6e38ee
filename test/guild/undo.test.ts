import { expect, test } from 'vitest';
import {
  GUILD,
  MODERATOR,
  openGuildSession,
  textAbout,
  textInput,
  type GuildSession,
} from './ingest-kit.ts';

const BY = { by: MODERATOR };
const LINK = 'https://example.org/bridge';

async function add(session: GuildSession, texts: readonly string[], url?: string): Promise<string> {
  const guild = session.of(GUILD);
  const inputs = texts.map((text) => textInput(text, url === undefined ? {} : { url }));
  const { id } = await guild.prepare(inputs, BY);
  await guild.commit(id, BY);
  return id;
}

function current(session: GuildSession): string[] {
  const { articles } = session.of(GUILD).list({ limit: 100 });
  return articles.map(({ headline, revision }) => `${headline} ${revision}`).sort();
}

test('takes back what was added and what was changed, and the receipt says so', async () => {
  const session = openGuildSession();
  await add(session, [textAbout('bridge')], LINK);
  const guild = session.of(GUILD);
  const { id } = await guild.prepare(
    [textInput(textAbout('bridge', 'It rained.'), { url: LINK }), textInput(textAbout('harbour'))],
    BY,
  );
  const receipt = await guild.commit(id, BY);
  expect(receipt).toMatchObject({
    undone: false,
    revised: [{ revision: 2 }],
    added: [{ revision: 1 }],
  });
  const report = await guild.undo(id, MODERATOR);
  expect(report).toEqual({ removed: receipt.added, reverted: receipt.revised, kept: [] });
  expect(current(session)).toEqual(['News of the bridge 1']);
  expect(guild.receipt(id)).toMatchObject({ undone: true });
});

test('leaves alone what was changed or removed since', async () => {
  const session = openGuildSession();
  const guild = session.of(GUILD);
  const id = await add(session, [textAbout('bridge')], LINK);
  const other = await add(session, [textAbout('harbour')]);
  await add(session, [textAbout('bridge', 'It rained.')], LINK);
  await guild.remove(guild.receipt(other)?.added[0]?.id ?? '', MODERATOR);
  expect(await guild.undo(id, MODERATOR)).toMatchObject({ removed: [], kept: [{ revision: 1 }] });
  expect(await guild.undo(other, MODERATOR)).toMatchObject({
    removed: [],
    kept: [{ revision: 1 }],
  });
  expect(current(session)).toEqual(['News of the bridge 2']);
});

test('a second time changes nothing, not even what was restored in between', async () => {
  const session = openGuildSession();
  const guild = session.of(GUILD);
  const id = await add(session, [textAbout('bridge'), textAbout('harbour')]);
  const [first, joined] = await Promise.all([guild.undo(id, MODERATOR), guild.undo(id, MODERATOR)]);
  expect(joined).toEqual(first);
  await guild.restore(first.removed[0]?.id ?? '', MODERATOR);
  expect(await guild.undo(id, MODERATOR)).toEqual(first);
  expect(current(session)).toHaveLength(1);
});

test('removes an article again that was restored by bringing it again', async () => {
  const session = openGuildSession();
  const guild = session.of(GUILD);
  const first = await add(session, [textAbout('bridge')]);
  await guild.undo(first, MODERATOR);
  const second = await add(session, [textAbout('bridge')]);
  expect(guild.receipt(second)?.added).toHaveLength(1);
  expect(await guild.undo(second, MODERATOR)).toMatchObject({ removed: [{ revision: 1 }] });
  expect(current(session)).toEqual([]);
});

test('goes on after a restart where the process ended', async () => {
  const session = openGuildSession();
  await add(session, [textAbout('bridge')], LINK);
  const id = await add(session, [textAbout('bridge', 'It rained.')], LINK);
  const { database } = session.parts;
  const [line] = database.ingests.receipts(id);
  // The process ended after the article was reverted and before that was noted down.
  database.ingests.setUndo(id, line?.at ?? -1, 'begun');
  await session.parts.library.undo(line?.articleId ?? '', GUILD, MODERATOR);
  const later = await session.restart();
  expect(await later.of(GUILD).undo(id, MODERATOR)).toMatchObject({
    removed: [],
    reverted: [{ revision: 2 }],
    kept: [],
  });
  expect(current(later)).toEqual(['News of the bridge 1']);
});

test('takes back both of an article and its later version that came together', async () => {
  const session = openGuildSession();
  const id = await add(session, [textAbout('bridge'), textAbout('bridge', 'It rained.')], LINK);
  const guild = session.of(GUILD);
  expect(guild.receipt(id)).toMatchObject({ added: [{ revision: 1 }], revised: [{ revision: 2 }] });
  const report = await guild.undo(id, MODERATOR);
  expect(report).toMatchObject({
    removed: [{ revision: 1 }],
    reverted: [{ revision: 2 }],
    kept: [],
  });
  expect(current(session)).toEqual([]);
});

test('drops what an interrupted adding has left', async () => {
  const session = openGuildSession();
  const guild = session.of(GUILD);
  const inputs = Array.from({ length: 20 }, (_, at) => textInput(textAbout(`topic${at}`)));
  const { id } = await guild.prepare(inputs, BY);
  const stop = new AbortController();
  const onProgress = (done: number) => {
    if (done > 0) stop.abort(new Error('stopped'));
  };
  const committing = guild.commit(id, { ...BY, onProgress, signal: stop.signal });
  await expect(committing).rejects.toThrow('stopped');
  expect((await guild.undo(id, MODERATOR)).removed).toHaveLength(16);
  expect(await guild.pending(id)).toBeNull();
  expect((await guild.commit(id, BY)).undone).toBe(true);
  expect(current(session)).toEqual([]);
});

test('waits for the adding that is under way', async () => {
  const session = openGuildSession();
  const guild = session.of(GUILD);
  const inputs = Array.from({ length: 20 }, (_, at) => textInput(textAbout(`topic${at}`)));
  const { id } = await guild.prepare(inputs, BY);
  const committing = guild.commit(id, BY);
  const undoing: Promise<unknown>[] = [];
  const again = guild.commit(id, {
    ...BY,
    onProgress: (done) => {
      if (done === 16) undoing.push(guild.undo(id, MODERATOR));
    },
  });
  await Promise.all([committing, again]);
  expect(await Promise.all(undoing)).toMatchObject([{ removed: { length: 20 } }]);
  expect(current(session)).toEqual([]);
});
