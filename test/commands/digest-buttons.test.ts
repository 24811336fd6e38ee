import { ComponentType, type APISelectMenuOption } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../src/archive/article.ts';
import { digestTexts } from '../../src/discord/texts/digest/index.ts';
import type { Person, ShownMessage } from '../../src/playground/person/person.ts';
import { walk } from '../../src/playground/messages/component-tree.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { expectNoViolations, privateReplyTo, replyTo } from './archive-bot.ts';
import { startDigestBot, type DigestBot } from './digest-bot.ts';

const texts = digestTexts.en;

interface Posted {
  readonly bot: DigestBot;
  /** In #news. */
  readonly reader: Person;
  readonly manager: Person;
  readonly post: ShownMessage;
}

/** The bot with a digest of these articles posted in #news, and one older article. */
async function posted(drafts: readonly ArticleDraft[], settings = {}): Promise<Posted> {
  const bot = await startDigestBot();
  await bot.share(draftAbout('bridge'));
  await bot.add(settings);
  await bot.share(...drafts);
  await privateReplyTo(bot.manager.slash('digest now'));
  const reader = bot.discord.as(bot.member.userId, bot.newsId);
  const manager = bot.discord.as(bot.manager.userId, bot.newsId);
  const [post] = reader.seen();
  if (post === undefined) throw new Error('nothing was posted');
  return { bot, reader, manager, post };
}

function actionOf({ buttons }: ShownMessage, action: string): string {
  const found = buttons.find(({ customId }) => customId?.startsWith(`${action}:`));
  return found?.customId ?? '';
}

const HARBOUR = draftAbout('harbour', { section: 'Local' });

describe('Ask under a digest', () => {
  it('opens a window and answers in private, from the articles of that digest alone', async () => {
    const { bot, reader, post } = await posted([HARBOUR, draftAbout('zoo')]);
    await bot.restart();
    const modal = await (await reader.click(post, actionOf(post, 'dask'))).modal();
    expect(modal.data.title).toBe(texts.ask.title);
    const asked = { question: 'Who opened the harbour on Monday?' };
    const answer = await privateReplyTo(reader.submit(modal, asked));
    expect(answer.text).toContain('News of the harbour');
    expect(answer.buttons.map(({ label }) => label)).toContain('Share');

    const again = await (await reader.click(post, actionOf(post, 'dask'))).modal();
    const about = { question: 'When was the bridge opened by the minister of bridge affairs?' };
    const elsewhere = await privateReplyTo(reader.submit(again, about));
    expect(elsewhere.text).not.toContain('News of the bridge');
    expect(elsewhere.text).toContain('Only the articles of this digest were asked.');
    expect(bot.discord.world.messages(bot.newsId)).toHaveLength(1);
    expectNoViolations(bot);
  });

  it('asks the whole archive where nothing was new', async () => {
    const { bot, reader, post } = await posted([], { whenEmpty: 'say' });
    const modal = await (await reader.click(post, actionOf(post, 'dask'))).modal();
    expect(modal.data.title).toBe(texts.ask.titleWhole);
    const asked = { question: 'When was the bridge opened by the minister of bridge affairs?' };
    const answer = await privateReplyTo(reader.submit(modal, asked));
    expect(answer.text).toContain(texts.ask.noteWhole);
    expect(answer.text).toContain('News of the bridge');
    expectNoViolations(bot);
  });

  it('says what is wrong with a question, and with an id that was made up, in the reader’s language', async () => {
    const { bot, reader, post } = await posted([HARBOUR]);
    reader.locale = 'de';
    const modal = await (await reader.click(post, actionOf(post, 'dask'))).modal();
    expect(modal.data.title).toBe(digestTexts.de.ask.title);
    const blank = await privateReplyTo(reader.submit(modal, { question: '   ' }));
    expect(blank.text).toContain('keine Frage');
    for (const id of ['', 'aaaaaaaaaaaa', 'x'.repeat(90), "'; DROP TABLE digest_runs"]) {
      const { text } = await privateReplyTo(reader.forgeClick(post, `dask:${id}:0`));
      expect(text).toMatch(/^Dieser Überblick ist nicht mehr gespeichert/);
    }
    expectNoViolations(bot);
  });
});

describe('Mute section under a digest', () => {
  const SPORT = draftAbout('stadium', { section: 'Sport' });

  async function mutedOf(bot: DigestBot): Promise<readonly string[] | undefined> {
    return (await bot.digests())[0]?.schedule.mutedSections;
  }

  it('leaves the chosen sections out from then on, and brings them back', async () => {
    const { bot, manager, post } = await posted([HARBOUR, SPORT]);
    const menu = await privateReplyTo(manager.click(post, actionOf(post, 'dmute')));
    expect(menu.text).toContain(texts.mute.none);
    const select = selectOf(menu);
    expect(select.options.map(({ label }) => label).sort()).toEqual(['Local', 'Sport']);
    await bot.restart();
    const muted = await privateReplyTo(
      manager.select(menu, select.customId, [select.value('Sport')]),
    );
    expect(muted.id).toBe(menu.id);
    expect(muted.text).toContain(texts.mute.now('Sport'));
    expect(await mutedOf(bot)).toEqual(['Sport']);

    await bot.share(draftAbout('football', { section: 'Sport' }), draftAbout('pier'));
    const preview = await privateReplyTo(manager.slash('digest preview'));
    expect(preview.text).toContain('News of the pier');
    expect(preview.text).not.toContain('News of the football');

    const reopened = await privateReplyTo(manager.click(post, actionOf(post, 'dmute')));
    expect(selectOf(reopened).chosen).toEqual(['Sport']);
    const none = await privateReplyTo(manager.select(reopened, select.customId, []));
    expect(none.text).toContain(texts.mute.none);
    expect(await mutedOf(bot)).toEqual([]);
    expectNoViolations(bot);
  });

  it('offers muted sections, too, and all there are where the post is kept no longer', async () => {
    const { bot, manager, post } = await posted([HARBOUR]);
    const [digest] = await bot.digests();
    const id = digest?.schedule.id ?? '';
    const later = await privateReplyTo(manager.forgeClick(post, `dmute:${id}:aaaaaaaaaaaa`));
    expect(
      selectOf(later)
        .options.map(({ label }) => label)
        .sort(),
    ).toEqual(['Local', 'World']);
    (await bot.archive()).digests.mute(id, ['World']);
    const menu = await privateReplyTo(manager.click(post, actionOf(post, 'dmute')));
    const { options, chosen } = selectOf(menu);
    expect(options.map(({ label }) => label)).toEqual(['Local', 'World']);
    expect(chosen).toEqual(['World']);
  });

  it('pages through more sections than a select holds, and keeps what other pages have', async () => {
    const sections = Array.from({ length: 30 }, (_, at) => `Section ${at} ${'x'.repeat(120)}`);
    const { bot, manager, post } = await posted(
      sections.map((section, at) => draftAbout(`topic${at}`, { section })),
    );
    const first = await privateReplyTo(manager.click(post, actionOf(post, 'dmute')));
    const one = selectOf(first);
    expect(one.options).toHaveLength(25);
    const chosen = one.options[0]?.value ?? '';
    const muted = await privateReplyTo(manager.select(first, one.customId, [chosen]));
    const second = await privateReplyTo(manager.click(muted, '▶️'));
    const other = selectOf(second);
    expect(other.options).toHaveLength(5);
    await privateReplyTo(manager.select(second, other.customId, [other.options[4]?.value ?? '']));
    expect(await mutedOf(bot)).toHaveLength(2);
    const back = await privateReplyTo(manager.click(second, '◀️'));
    expect(selectOf(back).chosen).toHaveLength(1);
    expectNoViolations(bot);
  });

  it('is refused to readers, and made-up clicks change nothing', async () => {
    const { bot, reader, manager, post } = await posted([HARBOUR]);
    const [, id = '', runId = ''] = actionOf(post, 'dmute').split(':');
    const refused = await privateReplyTo(reader.click(post, actionOf(post, 'dmute')));
    expect(refused.text).toContain('Manage Server');
    (await bot.archive()).digests.mute(id, ['Local']);
    const menu = await privateReplyTo(manager.click(post, actionOf(post, 'dmute')));
    const forged = await privateReplyTo(manager.forgeClick(menu, `digest-muted:${id}:${runId}:0`));
    expect(forged.text).toContain(texts.mute.now('Local'));
    const odd = await privateReplyTo(manager.forgeClick(menu, `digest-mute-page:${id}:x:999999`));
    expect(selectOf(odd).chosen).toEqual(['Local']);
    const unknown = await privateReplyTo(manager.forgeClick(post, 'dmute:aaaaaaaaaaaa:b'));
    expect(unknown.text).toBe(texts.mute.gone);
    for (const action of ['digest-muted', 'digest-mute-page', 'digest-remove', 'digest-list']) {
      await privateReplyTo(manager.forgeClick(post, `${action}:${id}:${runId}:0`));
    }
    expect(await mutedOf(bot)).toEqual(['Local']);
    expect((await replyTo(reader.click(post, actionOf(post, 'dmute')))).text).toBe(refused.text);
    const [untouched] = reader.seen();
    expect(untouched?.text).toBe(post.text);
    expectNoViolations(bot);
  });
});

describe('the buttons of a digest that was removed', () => {
  it('still answer questions, and have nothing to mute', async () => {
    const { bot, reader, manager, post } = await posted([HARBOUR]);
    const [digest] = await bot.digests();
    (await bot.archive()).digests.remove(digest?.schedule.id ?? '');
    const modal = await (await reader.click(post, actionOf(post, 'dask'))).modal();
    const asked = { question: 'Who opened the harbour on Monday?' };
    const answer = await privateReplyTo(reader.submit(modal, asked));
    expect(answer.text).toContain('News of the harbour');
    const { text } = await privateReplyTo(manager.click(post, actionOf(post, 'dmute')));
    expect(text).toBe(texts.mute.gone);
  });
});

interface ShownSelect {
  readonly customId: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  /** Labels. */
  readonly chosen: readonly string[];
  readonly value: (label: string) => string;
}

/** The select on a message. */
function selectOf({ message }: ShownMessage): ShownSelect {
  const select = [...walk(message.components ?? [])].find(
    ({ type }) => type === ComponentType.StringSelect,
  );
  if (select === undefined) throw new Error('there is no select');
  const options = select['options'] as APISelectMenuOption[];
  return {
    customId: String(select['custom_id']),
    options,
    chosen: options.filter((option) => option.default === true).map(({ label }) => label),
    value: (label) => options.find((option) => option.label === label)?.value ?? '',
  };
}
