import { describe, expect, it } from 'vitest';
import { Connection } from '../../src/archive/database/connection.ts';
import type { GuildArchive } from '../../src/guild/guild-archive.ts';
import { archivePath } from '../archive/archive-kit.ts';
import { ANNA, BERT, HARBOUR, MOUNTAIN, addArticle, openGuildKit } from './guild-kit.ts';

const PAGE = { offset: 0, limit: 10 };

/** Asks each in turn, a second apart. */
async function askAll(
  { clock }: ReturnType<typeof openGuildKit>,
  guild: GuildArchive,
  questions: readonly string[],
  userId = ANNA,
): Promise<void> {
  for (const text of questions) {
    clock.advance(1_000);
    await guild.ask({ text, userId });
  }
}

describe('gaps', () => {
  it('are unanswered questions, alike ones together, most asked first, the latest of equals', async () => {
    const kit = openGuildKit({ USER_QUESTIONS_PER_MINUTE: '100' });
    const guild = kit.guilds.of(HARBOUR);
    await askAll(kit, guild, [
      'Who repaired the lighthouse lamp?',
      'When does the zeppelin land?',
      // The same words in another order and form.
      'the lighthouse lamp: who is repairing the lamp?',
      'Is the bakery open?',
      'When does the big zeppelin land?',
      'When does the zeppelin land?',
    ]);
    const { total, gaps } = await guild.gaps(PAGE);
    expect(total).toBe(3);
    expect(gaps.map(({ question, variants, count }) => [question, variants, count])).toEqual([
      ['When does the zeppelin land?', ['When does the big zeppelin land?'], 3],
      ['the lighthouse lamp: who is repairing the lamp?', ['Who repaired the lighthouse lamp?'], 2],
      ['Is the bakery open?', [], 1],
    ]);
    expect(gaps.map(({ lastAskedAt }) => lastAskedAt.slice(11, 19))).toEqual([
      '12:00:06',
      '12:00:03',
      '12:00:04',
    ]);
    expect(gaps[0]?.id).toMatch(/^[a-z2-7]{12}$/);
  });

  it('come in pages', async () => {
    const kit = openGuildKit({ USER_QUESTIONS_PER_MINUTE: '100' });
    const guild = kit.guilds.of(HARBOUR);
    await askAll(kit, guild, ['zeppelin', 'lighthouse', 'bakery']);
    const page = await guild.gaps({ offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 3, gaps: [{ question: 'lighthouse' }] });
    await expect(guild.gaps({ offset: 9, limit: 1 })).resolves.toEqual({ total: 3, gaps: [] });
  });

  it('are closed by hand, once, and by nobody of another guild', async () => {
    const kit = openGuildKit();
    const guild = kit.guilds.of(HARBOUR);
    await askAll(kit, guild, ['zeppelin']);
    const [gap] = (await guild.gaps(PAGE)).gaps;
    expect(kit.guilds.of(MOUNTAIN).closeGap(gap?.id ?? '')).toBe(false);
    expect(guild.closeGap(gap?.id ?? '')).toBe(true);
    expect(guild.closeGap(gap?.id ?? '')).toBe(false);
    await expect(guild.gaps(PAGE)).resolves.toEqual({ total: 0, gaps: [] });
  });

  it('begin anew when they are asked again after they were closed', async () => {
    const kit = openGuildKit();
    const guild = kit.guilds.of(HARBOUR);
    await askAll(kit, guild, ['zeppelin', 'zeppelin']);
    const [gap] = (await guild.gaps(PAGE)).gaps;
    guild.closeGap(gap?.id ?? '');
    await askAll(kit, guild, ['zeppelin']);
    await expect(guild.gaps(PAGE)).resolves.toMatchObject({ total: 1, gaps: [{ count: 1 }] });
  });

  it('close when a question of their group is answered', async () => {
    const kit = openGuildKit();
    const guild = kit.guilds.of(HARBOUR);
    const question = 'When does the zeppelin land at the quay?';
    await askAll(kit, guild, [question, 'bakery']);
    await addArticle(kit, HARBOUR, ['The zeppelin does land at the quay when the wind is low.']);
    await expect(guild.ask({ text: question, userId: ANNA })).resolves.toMatchObject({
      outcome: 'answered',
    });
    const { gaps } = await guild.gaps(PAGE);
    expect(gaps.map((gap) => gap.question)).toEqual(['bakery']);
  });

  it('are kept up to a number, those that were asked last', async () => {
    const kit = openGuildKit({
      USER_QUESTIONS_PER_MINUTE: '1000',
      GUILD_QUESTIONS_PER_MINUTE: '1000',
    });
    const guild = kit.guilds.of(HARBOUR);
    const questions = Array.from({ length: 302 }, (_, at) => `thing${at}`);
    await askAll(kit, guild, questions.slice(0, 300));
    await askAll(kit, guild, ['thing0', ...questions.slice(300)]);
    const { total, gaps } = await guild.gaps({ offset: 0, limit: 1_000 });
    expect(total).toBe(300);
    expect(gaps[0]).toMatchObject({ question: 'thing0', count: 2 });
    expect(gaps.at(-1)?.question).toBe('thing3');
  });
});

describe('what is kept of unanswered questions', () => {
  async function kept(askLog: string): Promise<{ wordings: unknown[]; askers: unknown[] }> {
    const path = archivePath();
    const kit = openGuildKit({ ASK_LOG: askLog }, { path });
    const guild = kit.guilds.of(HARBOUR);
    await askAll(kit, guild, ['zeppelin'], ANNA);
    await askAll(kit, guild, ['zeppelin'], BERT);
    kit.database.close();
    const connection = Connection.open(path);
    const wordings = connection.prepare('SELECT question, asked FROM gap_wordings').all();
    const askers = connection.prepare('SELECT user FROM gap_askers ORDER BY user').all();
    connection.close();
    return { wordings, askers };
  }

  it('is nothing when it is off', async () => {
    await expect(kept('off')).resolves.toEqual({ wordings: [], askers: [] });
  });

  it('is their words when it is anonymous', async () => {
    const wordings = [{ question: 'zeppelin', asked: 2 }];
    await expect(kept('anonymous')).resolves.toEqual({ wordings, askers: [] });
  });

  it('is also who asked when it is full', async () => {
    const wordings = [{ question: 'zeppelin', asked: 2 }];
    const askers = [{ user: ANNA }, { user: BERT }];
    await expect(kept('full')).resolves.toEqual({ wordings, askers });
  });
});

describe('votes in the database', () => {
  it('hold no user id, and another name for the same user on every answer', async () => {
    const path = archivePath();
    const kit = openGuildKit({}, { path });
    const guild = kit.guilds.of(HARBOUR);
    for (const text of ['one', 'two']) {
      const { id } = await guild.ask({ text, userId: ANNA });
      guild.vote(id ?? '', ANNA, 'up');
    }
    kit.database.close();
    const connection = Connection.open(path);
    const rows = connection.prepare('SELECT voter FROM votes').all();
    connection.close();
    const voters = rows.map(({ voter }) => String(voter));
    expect(new Set(voters).size).toBe(2);
    expect(voters.join(' ')).not.toContain(ANNA);
  });
});
