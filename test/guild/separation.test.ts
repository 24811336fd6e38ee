import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { GapList, GivenAnswer } from '../../src/guild/guild-archive.ts';
import { ANNA, HARBOUR, MOUNTAIN, addArticle, openGuildKit, type GuildKit } from './guild-kit.ts';

const SCOPES = ['shared', HARBOUR, MOUNTAIN] as const;
const TOPICS = ['ferry', 'bakery', 'orchard', 'tram', 'museum'];
const SETTINGS = { USER_QUESTIONS_PER_MINUTE: '1000', GUILD_QUESTIONS_PER_MINUTE: '1000' };

interface Story {
  readonly scope: string;
  readonly topics: readonly string[];
}

interface Asked {
  readonly guild: string;
  readonly topics: readonly string[];
  /** Names stories by their place; those of another guild may be among them. */
  readonly marks: readonly number[];
}

const topics = fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 3 });
const story = fc.record({ scope: fc.constantFrom(...SCOPES), topics });
const asked = fc.record({
  guild: fc.constantFrom(HARBOUR, MOUNTAIN),
  topics,
  marks: fc.array(fc.nat(9), { maxLength: 2 }),
});

/** A word that stands in this story alone. */
function markOf(at: number): string {
  return `mark${String.fromCharCode(97 + at)}`;
}

async function openWith(stories: readonly Story[], scopes: readonly string[]): Promise<GuildKit> {
  const kit = openGuildKit(SETTINGS);
  for (const [at, { scope, topics: words }] of stories.entries()) {
    if (!scopes.includes(scope)) continue;
    const text = `The ${words.join(' and the ')} were seen with ${markOf(at)} on Monday.`;
    await addArticle(kit, scope, [text, `Nobody knew of ${markOf(at)} before.`], {
      headline: `Story ${markOf(at)}`,
      section: `Section of ${scope}`,
    });
  }
  return kit;
}

function wordsOf({ topics: words, marks }: Asked): string {
  return `What about ${[...words, ...marks.map(markOf)].join(' and ')}?`;
}

async function askAll(kit: GuildKit, questions: readonly Asked[]): Promise<GivenAnswer[]> {
  const answers: GivenAnswer[] = [];
  for (const question of questions) {
    const guild = kit.guilds.of(question.guild);
    answers.push(await guild.ask({ text: wordsOf(question), userId: ANNA }));
  }
  return answers;
}

/** Without ids, which are random. */
function comparable(answers: readonly GivenAnswer[], { gaps }: GapList): unknown {
  return {
    answers: answers.map((answer) => ({
      ...answer,
      id: null,
      excerpts: answer.excerpts.map((excerpt) => ({
        ...excerpt,
        article: { ...excerpt.article, id: '' },
      })),
      nearest: answer.nearest.map((article) => ({ ...article, id: '' })),
    })),
    gaps: gaps.map((gap) => ({ ...gap, id: '' })),
  };
}

describe('guilds', () => {
  it('are answered as if no other guild were there, whatever that one has and asks', async () => {
    let shown = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 10 }),
        fc.array(asked, { minLength: 1, maxLength: 5 }),
        async (stories, questions) => {
          const together = await openWith(stories, SCOPES);
          const answers = await askAll(together, questions);
          shown += answers.filter(({ excerpts }) => excerpts.length > 0).length;
          for (const guild of [HARBOUR, MOUNTAIN]) {
            const isOwn = (question: Asked): boolean => question.guild === guild;
            const alone = await openWith(stories, ['shared', guild]);
            const expected = await askAll(alone, questions.filter(isOwn));
            const page = { offset: 0, limit: 100 };
            const own = answers.filter((_, at) => questions[at]?.guild === guild);
            expect(comparable(own, await together.guilds.of(guild).gaps(page))).toEqual(
              comparable(expected, await alone.guilds.of(guild).gaps(page)),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(shown).toBeGreaterThan(10);
  }, 30_000);

  it('do not find ids of another guild, in any of the ways an id is taken', async () => {
    const kit = await openWith([{ scope: HARBOUR, topics: ['ferry'] }], SCOPES);
    const harbour = kit.guilds.of(HARBOUR);
    const mountain = kit.guilds.of(MOUNTAIN);
    const { id, nearest } = await harbour.ask({ text: 'zeppelin', userId: ANNA });
    const [gap] = (await harbour.gaps({ offset: 0, limit: 1 })).gaps;
    const [article] = nearest;
    if (id === null || !gap || !article) throw new Error('Something has no id.');
    expect(mountain.answer(id)).toBeNull();
    expect(mountain.vote(id, ANNA, 'up')).toBeNull();
    expect(mountain.closeGap(gap.id)).toBe(false);
    expect(mountain.article(article.id)).toBeNull();
    expect(mountain.owns(article.id)).toBe(false);
    await expect(mountain.remove(article.id, ANNA)).rejects.toBeInstanceOf(UserError);
    await harbour.remove(article.id, ANNA);
    await expect(mountain.restore(article.id, ANNA)).rejects.toBeInstanceOf(UserError);
    // All of it is still there for whom it belongs to.
    await harbour.restore(article.id, ANNA);
    expect(harbour.article(article.id)?.headline).toBe('Story marka');
    expect(harbour.answer(id)).not.toBeNull();
    expect(harbour.closeGap(gap.id)).toBe(true);
  });

  it('do not filter by a section of another guild', async () => {
    const kit = await openWith(
      [
        { scope: HARBOUR, topics: ['ferry'] },
        { scope: MOUNTAIN, topics: ['tram'] },
      ],
      SCOPES,
    );
    const section = `Section of ${HARBOUR}`;
    const refused = kit.guilds.of(MOUNTAIN).ask({ text: 'ferry', section, userId: ANNA });
    await expect(refused).rejects.toMatchObject({
      reason: 'no-such-section',
      known: [`Section of ${MOUNTAIN}`],
    });
  });
});
