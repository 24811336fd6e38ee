import { describe, expect, it } from 'vitest';
import { MS_PER_DAY } from '../../src/clock.ts';
import type { GuildArchive, Question } from '../../src/guild/guild-archive.ts';
import { LimitError } from '../../src/guild/limit-error.ts';
import { QuestionError } from '../../src/guild/question-error.ts';
import { ANNA, BERT, HARBOUR, MOUNTAIN, addArticle, openGuildKit } from './guild-kit.ts';

const FERRY = [
  'The ferry between the islands was repaired on Monday. Captain Olsen said that the engine had failed twice. Passengers waited for three hours at the quay.',
  'A new ferry will be bought next year. The council has put aside four million for it.',
];

function ask(guild: GuildArchive, text: string, given: Partial<Question> = {}) {
  return guild.ask({ text, userId: ANNA, ...given });
}

describe('asking', () => {
  it('gives slices of the article with their place, their citation and what speaks for them', async () => {
    const kit = openGuildKit();
    const id = await addArticle(kit, HARBOUR, FERRY, { headline: 'Ferry repaired' });
    const guild = kit.guilds.of(HARBOUR);
    const given = await ask(guild, 'Why had the engine of the ferry failed, Captain?');
    const [best] = given.excerpts;
    if (!best) throw new Error('There is no excerpt.');
    expect(best).toMatchObject({ rank: 1, state: 'current' });
    expect(best.article).toMatchObject({ id, headline: 'Ferry repaired', source: 'Gazette' });
    const canonical = kit.library.get(id, [HARBOUR])?.canonical ?? '';
    expect(canonical.slice(best.start, best.end)).toBe(best.text);
    expect(canonical.slice(best.sentenceStart, best.sentenceEnd)).toBe(
      'Captain Olsen said that the engine had failed twice.',
    );
    expect(best.evidence.matchedWords).toEqual(['engine', 'ferry', 'failed', 'Captain']);
    expect(best.evidence.similarity).toBeGreaterThan(0.3);
    expect(best.evidence.coverage).toBeGreaterThan(0.5);
    expect(best.evidence.passageScore).toBeGreaterThan(0);
  });

  it('names the nearest articles once each, also when nothing is near enough to show', async () => {
    const kit = openGuildKit();
    await addArticle(kit, HARBOUR, FERRY, { headline: 'Ferry repaired' });
    await addArticle(kit, 'shared', ['The bakery has raised its prices again.'], {
      headline: 'Bread is dear',
    });
    const given = await ask(kit.guilds.of(HARBOUR), 'zeppelin landing');
    expect(given.outcome).toBe('nothing');
    expect(given.excerpts).toEqual([]);
    expect(given.nearest.map(({ headline }) => headline).sort()).toEqual([
      'Bread is dear',
      'Ferry repaired',
    ]);
    expect(given.unknownWords).toEqual(['zeppelin', 'landing']);
  });

  it('keeps the answer under its id, with the filters as they were typed', async () => {
    const kit = openGuildKit();
    await addArticle(kit, HARBOUR, FERRY, { headline: 'Ferry repaired', section: 'Islands' });
    const guild = kit.guilds.of(HARBOUR);
    const given = await ask(guild, '  Captain Olsen  ', {
      after: ' last year ',
      section: 'islands',
    });
    expect(given.id).toMatch(/^[a-z2-7]{12}$/);
    expect(given.question).toBe('Captain Olsen');
    expect(given.filters).toEqual({ after: 'last year', before: null, section: 'islands' });
    expect(guild.answer(given.id ?? '')).toEqual(given);
  });

  it('keeps nothing when answers are not to be kept', async () => {
    const kit = openGuildKit({ ANSWER_RETENTION_DAYS: '0' });
    await addArticle(kit, HARBOUR, FERRY);
    const given = await ask(kit.guilds.of(HARBOUR), 'Captain Olsen');
    expect(given.id).toBeNull();
    expect(given.excerpts).not.toEqual([]);
    expect(kit.database.answers.deleteOf(HARBOUR, 10)).toBe(0);
  });

  it('counts the questions and those that were answered', async () => {
    const kit = openGuildKit();
    await addArticle(kit, HARBOUR, FERRY);
    const guild = kit.guilds.of(HARBOUR);
    const outcomes = [
      await ask(guild, 'Captain Olsen said that the engine had failed twice'),
      await ask(guild, 'zeppelin'),
    ].map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['answered', 'nothing']);
    expect(kit.database.guilds.questions(HARBOUR)).toEqual({ asked: 2, answered: 1 });
    expect(kit.database.guilds.questions(MOUNTAIN)).toEqual({ asked: 0, answered: 0 });
  });

  it.each([
    [{ text: '   ' }, 'empty', ''],
    [{ text: 'long '.repeat(101) }, 'too-long', 'long '.repeat(101).trim()],
    [{ text: 'ferry', after: 'the day the music died' }, 'bad-date', 'the day the music died'],
    [{ text: 'ferry', before: '2024-02-30' }, 'bad-date', '2024-02-30'],
    [{ text: 'ferry', after: '2024', before: '2023' }, 'empty-range', '2024 – 2023'],
    [{ text: 'ferry', section: 'Weather' }, 'no-such-section', 'Weather'],
  ] as const)('refuses %j and says why', async (question, reason, value) => {
    const kit = openGuildKit({ USER_QUESTIONS_PER_MINUTE: '1' });
    await addArticle(kit, HARBOUR, FERRY, { section: 'Islands' });
    const guild = kit.guilds.of(HARBOUR);
    const refused = guild.ask({ userId: ANNA, ...question });
    await expect(refused).rejects.toBeInstanceOf(QuestionError);
    const known = reason === 'no-such-section' ? ['Islands'] : [];
    await expect(refused).rejects.toMatchObject({ reason, value, known });
    // It counts as no question.
    await expect(ask(guild, 'ferry')).resolves.toMatchObject({ question: 'ferry' });
    expect(kit.database.guilds.questions(HARBOUR).asked).toBe(1);
  });

  it('takes 500 characters, whatever their length in UTF-16', async () => {
    const kit = openGuildKit();
    const text = '𝔣'.repeat(500);
    await expect(ask(kit.guilds.of(HARBOUR), text)).resolves.toMatchObject({ question: text });
  });

  it('refuses who asks too much, in one guild or several', async () => {
    const kit = openGuildKit({ USER_QUESTIONS_PER_MINUTE: '2', GUILD_QUESTIONS_PER_MINUTE: '3' });
    const [harbour, mountain] = [kit.guilds.of(HARBOUR), kit.guilds.of(MOUNTAIN)];
    await ask(harbour, 'one');
    await ask(mountain, 'two');
    const refused = ask(harbour, 'three');
    await expect(refused).rejects.toBeInstanceOf(LimitError);
    await expect(refused).rejects.toMatchObject({ limit: 'user-questions', retryAfterMs: 30_000 });
    await ask(harbour, 'four', { userId: BERT });
    await ask(harbour, 'five', { userId: BERT });
    await expect(ask(harbour, 'six', { userId: '3' })).rejects.toMatchObject({
      limit: 'guild-questions',
      retryAfterMs: 20_000,
    });
    kit.clock.advance(30_000);
    await expect(ask(harbour, 'seven')).resolves.toMatchObject({ question: 'seven' });
  });
});

describe('an answer looked at again', () => {
  it('says of an excerpt that its article was changed, and still shows what was found', async () => {
    const kit = openGuildKit();
    const url = 'https://example.org/ferry';
    const id = await addArticle(kit, HARBOUR, FERRY, { url });
    const guild = kit.guilds.of(HARBOUR);
    const given = await ask(guild, 'Captain Olsen');
    await addArticle(kit, HARBOUR, ['The ferry sank.'], { url });
    const [excerpt] = guild.answer(given.id ?? '')?.excerpts ?? [];
    expect(excerpt).toEqual({ ...given.excerpts[0], state: 'changed' });
    expect(excerpt?.article.id).toBe(id);
  });

  it('shows nothing of an article that was removed, until it is restored', async () => {
    const kit = openGuildKit();
    const id = await addArticle(kit, HARBOUR, FERRY);
    const guild = kit.guilds.of(HARBOUR);
    const given = await ask(guild, 'Captain Olsen');
    await kit.library.remove(id, HARBOUR, ANNA);
    const later = guild.answer(given.id ?? '');
    expect(later?.excerpts[0]).toMatchObject({ state: 'removed', text: '', rank: 1 });
    expect(later?.excerpts[0]?.article).toEqual({
      id,
      headline: '',
      section: null,
      byline: null,
      source: null,
      url: null,
      publishedAt: null,
    });
    expect(later?.nearest).toEqual([]);
    await kit.library.restore(id, HARBOUR, ANNA);
    expect(guild.answer(given.id ?? '')).toEqual(given);
  });

  it('shows nothing of a revision that was taken back', async () => {
    const kit = openGuildKit();
    const url = 'https://example.org/ferry';
    await addArticle(kit, HARBOUR, ['The ferry sank.'], { url });
    const id = await addArticle(kit, HARBOUR, FERRY, { url });
    const guild = kit.guilds.of(HARBOUR);
    const given = await ask(guild, 'Captain Olsen');
    await kit.library.undo(id, HARBOUR, ANNA);
    expect(guild.answer(given.id ?? '')?.excerpts[0]).toMatchObject({ state: 'removed', text: '' });
  });

  it('is not found in another guild, under a made-up id, and when it is older than answers are kept', async () => {
    const kit = openGuildKit({ ANSWER_RETENTION_DAYS: '7' });
    await addArticle(kit, 'shared', FERRY);
    const [harbour, mountain] = [kit.guilds.of(HARBOUR), kit.guilds.of(MOUNTAIN)];
    const { id } = await ask(harbour, 'Captain Olsen');
    expect(mountain.answer(id ?? '')).toBeNull();
    expect(harbour.answer('aaaaaaaaaaaa')).toBeNull();
    expect(harbour.answer("' OR 1=1 --")).toBeNull();
    kit.clock.advance(7 * MS_PER_DAY - 1);
    expect(harbour.answer(id ?? '')).not.toBeNull();
    kit.clock.advance(1);
    expect(harbour.answer(id ?? '')).toBeNull();
    expect(harbour.vote(id ?? '', ANNA, 'up')).toBeNull();
  });
});

describe('votes', () => {
  it('are one a user, changeable, and taken back by the same again', async () => {
    const kit = openGuildKit();
    await addArticle(kit, HARBOUR, FERRY);
    const guild = kit.guilds.of(HARBOUR);
    const { id } = await ask(guild, 'Captain Olsen');
    const vote = (userId: string, which: 'up' | 'down') => guild.vote(id ?? '', userId, which);
    expect(vote(ANNA, 'up')).toEqual({ up: 1, down: 0, own: 'up' });
    expect(vote(BERT, 'up')).toEqual({ up: 2, down: 0, own: 'up' });
    expect(vote(ANNA, 'down')).toEqual({ up: 1, down: 1, own: 'down' });
    expect(vote(ANNA, 'down')).toEqual({ up: 1, down: 0, own: null });
  });

  it('are refused for an answer of another guild', async () => {
    const kit = openGuildKit();
    const { id } = await ask(kit.guilds.of(HARBOUR), 'Captain Olsen');
    expect(kit.guilds.of(MOUNTAIN).vote(id ?? '', ANNA, 'up')).toBeNull();
    expect(kit.database.votes.count(id ?? '')).toEqual({ up: 0, down: 0 });
  });
});
