import { describe, expect, it } from 'vitest';
import { MS_PER_DAY } from '../../src/clock.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { ANNA, HARBOUR, MOUNTAIN, addArticle, openGuildKit, type GuildKit } from './guild-kit.ts';

const RUN = 'abcdefghijkl';
const PAGE = { offset: 0, limit: 10 };
const FERRY = ['The ferry was repaired on Monday.', 'Captain Olsen praised the mechanics.'];
const TRAM = ['The tram was repaired on Tuesday.', 'Driver Berg praised the mechanics.'];

/** Notes that a digest of the harbour was posted. */
function post({ database, clock }: GuildKit, articleIds: readonly string[]): void {
  const createdAt = clock.now().toISOString();
  database.digestRuns.insert(
    {
      ...{ id: RUN, digest: 'digest', guild: HARBOUR, channel: 'channel', date: '2024-03-01' },
      ...{ firstDate: '2024-03-01', state: 'posted', createdAt, sections: '[]' },
      untilKey: database.news.highestKey(),
    },
    articleIds,
  );
}

/** A ferry and a tram, both of the harbour; the digest has the ferry alone. */
async function openDay(settings: Readonly<Record<string, string>> = {}) {
  const kit = openGuildKit(settings);
  const ferry = await addArticle(kit, HARBOUR, FERRY, { headline: 'Ferry', section: 'Sea' });
  const tram = await addArticle(kit, HARBOUR, TRAM, { headline: 'Tram', section: 'Land' });
  post(kit, [ferry]);
  const guild = kit.guilds.of(HARBOUR);
  const headlines = async (text: string, filters: { section?: string; after?: string } = {}) => {
    const given = await guild.ask({ text, digest: RUN, userId: ANNA, ...filters });
    const shown = given.excerpts.map(({ article }) => article.headline);
    return [...new Set([...shown, ...given.nearest.map(({ headline }) => headline)])];
  };
  return { kit, guild, ferry, tram, headlines };
}

describe('a question about one digest', () => {
  it('is answered from its articles alone', async () => {
    const { guild, headlines } = await openDay();
    await expect(headlines('What was repaired? The mechanics')).resolves.toEqual(['Ferry']);
    await expect(headlines('The tram was repaired on Tuesday')).resolves.toEqual(['Ferry']);
    const everywhere = await guild.ask({ text: 'The tram was repaired', userId: ANNA });
    expect(everywhere.excerpts[0]?.article.headline).toBe('Tram');
  });

  it('is kept as other answers are, for its buttons', async () => {
    const { guild } = await openDay();
    const given = await guild.ask({ text: 'Captain Olsen', digest: RUN, userId: ANNA });
    expect(given.excerpts).not.toEqual([]);
    expect(guild.answer(given.id ?? '')).toEqual(given);
    expect(guild.vote(given.id ?? '', ANNA, 'up')).toMatchObject({ up: 1 });
  });

  it('can be narrowed by section and date', async () => {
    const { headlines } = await openDay();
    await expect(headlines('repaired', { section: 'sea' })).resolves.toEqual(['Ferry']);
    await expect(headlines('repaired', { section: 'Land' })).resolves.toEqual([]);
    await expect(headlines('repaired', { after: '2099' })).resolves.toEqual([]);
  });

  it('asks a corrected article as it stands now, and a removed one not at all', async () => {
    const { kit, guild, ferry, headlines } = await openDay();
    const archived = { id: ferry, revision: 2, ingestedAt: '2024-03-02', ingestedBy: ANNA };
    const text = 'The ferry was scrapped on Friday.';
    const draft = draftAbout('Ferry scrapped', { paragraphs: [{ kind: 'text', text }] });
    await kit.library.add([{ ...draft, archived }], { scope: HARBOUR, by: ANNA });
    const given = await guild.ask({ text: 'The ferry was scrapped', digest: RUN, userId: ANNA });
    expect(given.excerpts[0]).toMatchObject({ state: 'current', article: { id: ferry } });
    await guild.remove(ferry, ANNA);
    await expect(headlines('The ferry was scrapped')).resolves.toEqual([]);
  });

  it.each(['zzzzzzzzzzzz', '', '../etc/passwd'])('of the id "%s" is refused', async (digest) => {
    const { guild } = await openDay();
    const refused = guild.ask({ text: 'ferry', digest, userId: ANNA });
    await expect(refused).rejects.toMatchObject({ reason: 'no-such-digest', value: digest });
  });

  it('is refused in another guild, as one that never was', async () => {
    const { kit } = await openDay();
    const refused = kit.guilds.of(MOUNTAIN).ask({ text: 'ferry', digest: RUN, userId: ANNA });
    await expect(refused).rejects.toMatchObject({ reason: 'no-such-digest' });
  });

  it('is refused when the digest is kept no longer, and counts as no question', async () => {
    const { kit, guild } = await openDay({ ANSWER_RETENTION_DAYS: '40' });
    kit.clock.advance(40 * MS_PER_DAY);
    const refused = guild.ask({ text: 'ferry', digest: RUN, userId: ANNA });
    await expect(refused).rejects.toMatchObject({ reason: 'no-such-digest' });
    expect(kit.database.guilds.questions(HARBOUR).asked).toBe(0);
  });

  it('is no gap of the archive when the digest does not answer it', async () => {
    const { kit, guild } = await openDay();
    const unanswered = await guild.ask({ text: 'zeppelin', digest: RUN, userId: ANNA });
    expect(unanswered.outcome).toBe('nothing');
    await expect(guild.gaps(PAGE)).resolves.toMatchObject({ total: 0 });
    expect(kit.database.guilds.questions(HARBOUR)).toEqual({ asked: 1, answered: 0 });
  });

  it('closes a gap of the archive when the digest answers it', async () => {
    const kit = openGuildKit();
    const guild = kit.guilds.of(HARBOUR);
    const question = 'When does the zeppelin land at the quay?';
    await guild.ask({ text: question, userId: ANNA });
    await expect(guild.gaps(PAGE)).resolves.toMatchObject({ total: 1 });
    post(kit, [
      await addArticle(kit, HARBOUR, ['The zeppelin does land at the quay when the wind is low.']),
    ]);
    const given = await guild.ask({ text: question, digest: RUN, userId: ANNA });
    expect(given.outcome).toBe('answered');
    await expect(guild.gaps(PAGE)).resolves.toMatchObject({ total: 0 });
  });
});
