import { describe, expect, it } from 'vitest';
import type { ShownMessage } from '../../src/playground/person/person.ts';
import { ManualClock } from '../fakes/manual-clock.ts';
import { expectNoViolations, privateReplyTo, replyTo } from './archive-bot.ts';
import { fetchFromHere, startIngestBot, storyAbout } from './ingest-bot.ts';

const HARBOUR = {
  headline: 'Harbour opens again',
  date: '2024-02-10',
  section: 'City',
  link: 'https://example.org/harbour',
  body: storyAbout('harbour'),
};

const labels = ({ buttons }: ShownMessage): string[] => buttons.map(({ label }) => label);

describe('/ingest text', () => {
  it('shows what was typed before anything is added, then adds it and takes it back', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const preview = await bot.typeArticle(HARBOUR);
    expect(preview.text).toContain('### New article\n**Harbour opens again**');
    expect(preview.text).toContain('**Date**: <t:1707566400:D>');
    expect(preview.text).toContain('**Section**: City');
    expect(preview.text).toContain('(https://example.org/harbour)');
    expect(preview.text).toMatch(/\*\*Length\*\*: \d+ words, \d+ characters, 1 passage/);
    expect(preview.text).toContain('> The harbour was opened to the public');
    expect(labels(preview)).toEqual(['Add', 'Edit', 'Cancel']);
    expect(await bot.headlines()).toEqual([]);

    const receipt = await privateReplyTo(moderator.click(preview, 'Add'));
    expect(receipt.id).toBe(preview.id);
    expect(receipt.text).toMatch(/1 article added\n- \*\*Harbour opens again\*\* `[a-z2-7]{12}`/);
    expect(await bot.headlines()).toEqual(['Harbour opens again']);
    const stored = (await bot.archive()).list({ limit: 1 }).articles[0];
    expect(stored?.ingestedBy).toBe(moderator.userId);
    expect(stored?.scope).toBe(bot.guildId);

    const undone = await privateReplyTo(moderator.click(receipt, 'Undo'));
    expect(undone.text).toContain('1 article removed again');
    expect(await bot.headlines()).toEqual([]);
    expectNoViolations(bot);
  });

  it('adds once however often Add is pressed, also after a restart', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const preview = await bot.typeArticle(HARBOUR);
    await bot.restart();
    const presses = await Promise.all([
      privateReplyTo(moderator.click(preview, 'Add')),
      privateReplyTo(moderator.click(preview, 'Add')),
    ]);
    for (const receipt of presses) expect(receipt.text).toContain('1 article added');
    await bot.restart();
    const again = await privateReplyTo(moderator.forgeClick(preview, addId(preview)));
    expect(again.text).toContain('1 article added');
    expect(await bot.headlines()).toEqual(['Harbour opens again']);
    const undone = await privateReplyTo(moderator.click(again, 'Undo'));
    expect(undone.text).toContain('1 article removed again');
    const late = await privateReplyTo(moderator.forgeClick(preview, addId(preview)));
    expect(late.text).toContain('This was taken back.');
    expect(await bot.headlines()).toEqual([]);
    expectNoViolations(bot);
  });

  it('adds nothing that was cancelled', async () => {
    const bot = await startIngestBot();
    const preview = await bot.typeArticle(HARBOUR);
    const cancelled = await privateReplyTo(bot.moderator.click(preview, 'Cancel'));
    expect(cancelled.text).toContain('Discarded. Nothing was added');
    const late = await privateReplyTo(bot.moderator.forgeClick(preview, addId(preview)));
    expect(late.text).toContain('This is no longer there');
    expect(await bot.headlines()).toEqual([]);
    expectNoViolations(bot);
  });

  it('tells the same, a changed and a similar article from a new one', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    await privateReplyTo(moderator.click(await bot.typeArticle(HARBOUR), 'Add'));

    const same = await bot.typeArticle(HARBOUR);
    expect(same.text).toContain('### Already in the archive');
    expect(same.buttons[0]).toMatchObject({ label: 'Add', disabled: true });

    const body = `${HARBOUR.body}\n\nFour more ships came on Monday.`;
    const changed = await bot.typeArticle({ ...HARBOUR, headline: 'Harbour is full', body });
    expect(changed.text).toContain('### Changed article');
    expect(changed.text).toContain('- **Headline**: Harbour opens again → Harbour is full');
    expect(changed.text).toContain('- **Text**: 6 words added, 0 taken away');
    const receipt = await privateReplyTo(moderator.click(changed, 'Add'));
    expect(receipt.text).toMatch(/1 article changed\n- \*\*Harbour is full\*\* `\S+` · version 2/);
    const undone = await privateReplyTo(moderator.click(receipt, 'Undo'));
    expect(undone.text).toContain('1 article back in the version before');
    expect(await bot.headlines()).toEqual(['Harbour opens again']);

    const link = 'https://example.org/other';
    const alike = await bot.typeArticle({ ...HARBOUR, headline: 'The harbour', link, body });
    expect(alike.text).toContain('### New article');
    expect(alike.text).toMatch(/\*\*Harbour opens again\*\* \(\d\d% alike\)/);
    const added = await privateReplyTo(moderator.click(alike, 'Add'));
    expect(added.text).toMatch(/\*\*Harbour opens again\*\* \(\d\d% alike\)/);
    expectNoViolations(bot);
  });

  it('keeps what was typed when the date or link is wrong, and lets the person try again', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const preview = await bot.typeArticle({ ...HARBOUR, date: '2024-02-31', link: 'harbour' });
    expect(preview.text).toContain('“2024\\-02\\-31” is not a clear date');
    expect(preview.text).toContain('“harbour” is not a web address');
    expect(preview.text).toContain('**Date**: none');
    expect(labels(preview)).toEqual(['Add', 'Try again', 'Cancel']);

    await bot.restart();
    const modal = await (await moderator.click(preview, 'Try again')).modal();
    expect(modal.values).toEqual({ ...HARBOUR, date: '', link: '' });
    const again = await privateReplyTo(
      moderator.submit(modal, { ...modal.values, date: '10 Feb 2024', headline: ' ' }),
    );
    expect(again.id).toBe(preview.id);
    expect(again.text).toContain('An article needs a headline. It stays as it was');
    expect(again.text).toContain('**Date**: <t:1707566400:D>');
    expect(again.text).toContain('**Harbour opens again**');
    expectNoViolations(bot);
  });

  it('edits a pending article, and leaves alone what was not touched', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const preview = await bot.typeArticle({ ...HARBOUR, date: '2024-02-10T08:30:00Z' });
    const modal = await (await moderator.click(preview, 'Edit')).modal();
    expect(modal.data.title).toBe('Edit the article');
    expect(modal.values['date']).toBe('2024-02-10T08:30:00Z');
    const values = { ...modal.values, headline: 'Harbour opens', section: '' };
    const edited = await privateReplyTo(moderator.submit(modal, values));
    expect(edited.text).toContain('**Harbour opens**');
    expect(edited.text).not.toContain('**Section**');
    await privateReplyTo(moderator.click(edited, 'Add'));
    const [stored] = (await bot.archive()).list({ limit: 1 }).articles;
    expect(stored).toMatchObject({
      headline: 'Harbour opens',
      section: null,
      publishedAt: '2024-02-10T08:30:00Z',
      url: HARBOUR.link,
    });
    expectNoViolations(bot);
  });

  it('gives back what was typed as a file when it cannot be kept', async () => {
    const bot = await startIngestBot({ settings: { USER_INGESTS_PER_HOUR: '1' } });
    await bot.typeArticle(HARBOUR);
    const refused = await bot.typeArticle({ ...HARBOUR, headline: 'Bridge opens' });
    expect(refused.text).toContain('Everybody can add 1 times an hour.');
    expect(refused.text).toContain('So that nothing is lost');
    const [attachment] = refused.attachments;
    expect(attachment?.filename).toBe('article.md');
    const page = await fetchFromHere(attachment?.url ?? '');
    const file = Buffer.from(page.bytes).toString();
    expect(file).toContain('headline: "Bridge opens"');
    expect(file).toContain(HARBOUR.body);

    const empty = await startIngestBot();
    const wordless = await empty.typeArticle({ ...HARBOUR, body: '***' });
    expect(wordless.text).toContain('There is nothing to add.');
    expect(wordless.attachments.map(({ filename }) => filename)).toEqual(['article.md']);
    expectNoViolations(bot);
    expectNoViolations(empty);
  });

  it('keeps the preview when an edit is refused, and gives back what was typed', async () => {
    const bot = await startIngestBot({ settings: { ARTICLE_MAX_CHARACTERS: '1000' } });
    const { moderator } = bot;
    const preview = await bot.typeArticle(HARBOUR);
    const modal = await (await moderator.click(preview, 'Edit')).modal();
    const body = `${HARBOUR.body}\n\n`.repeat(5);
    const refused = await privateReplyTo(moderator.submit(modal, { ...modal.values, body }));
    expect(refused.text).toContain('This article is too long: 1,000 characters are possible.');
    expect(refused.text).toContain('**Harbour opens again**');
    expect(refused.attachments.map(({ filename }) => filename)).toEqual(['article.md']);
    const receipt = await privateReplyTo(moderator.click(refused, 'Add'));
    expect(receipt.text).toContain('1 article added');
    expect(receipt.attachments).toEqual([]);
    expectNoViolations(bot);
  });

  it('gives back an edit that comes too late', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    const preview = await bot.typeArticle(HARBOUR);
    const modal = await (await moderator.click(preview, 'Edit')).modal();
    await privateReplyTo(moderator.click(preview, 'Cancel'));
    const late = await privateReplyTo(moderator.submit(modal, modal.values));
    expect(late.text).toContain('This is no longer there');
    expect(late.attachments.map(({ filename }) => filename)).toEqual(['article.md']);
    expectNoViolations(bot);
  });
});

describe('who may ingest', () => {
  it('are moderators, whatever the guild’s administrators allow', async () => {
    const bot = await startIngestBot();
    const { member, moderator, discord, guildId } = bot;
    const preview = await bot.typeArticle(HARBOUR);
    discord.world.allowCommandToEveryone(guildId, 'ingest');
    const refused = await privateReplyTo(member.slash('ingest text'));
    expect(refused.text).toContain('Manage Messages');
    const url = await privateReplyTo(member.slash('ingest url', { url: 'https://example.org' }));
    expect(url.text).toContain('Manage Messages');
    const posted = await moderator.post('Hello');
    const forged = await forge(bot, posted.id, addId(preview));
    expect(forged.text).toContain('Manage Messages');
    expect(await bot.headlines()).toEqual([]);
    expectNoViolations(bot);
  });

  it('is told nothing by ids of another guild or made up', async () => {
    const bot = await startIngestBot();
    const { discord, moderator } = bot;
    const preview = await bot.typeArticle(HARBOUR);
    for (const id of [
      'ingest-add:aaaaaaaaaaaa',
      'ingest-edit:x:-1',
      'ingest-undo',
      'ingest-page',
    ]) {
      const reply = await replyTo(moderator.forgeClick(preview, id));
      expect(reply.text).toContain('This is no longer there');
    }
    const other = discord.world.addGuild({ name: 'Other' });
    const channel = discord.world.addChannel(other.id, { name: 'general' });
    const role = discord.world.addRole(other.id, { name: 'Mods', permissions: 1n << 13n });
    const stranger = discord.as(
      discord.world.addMember(other.id, { name: 'Sam', roles: [role.id] }).id,
      channel.id,
    );
    const modal = await (await stranger.slash('ingest text')).modal();
    const own = await privateReplyTo(stranger.submit(modal, HARBOUR));
    const foreign = await replyTo(stranger.forgeClick(own, addId(preview)));
    expect(foreign.text).toContain('This is no longer there');
    expect(await bot.headlines()).toEqual([]);
    expectNoViolations(bot);
  });
});

describe('a pending ingest', () => {
  it('says so when it has expired', async () => {
    const clock = new ManualClock();
    const bot = await startIngestBot({ clock });
    const preview = await bot.typeArticle(HARBOUR);
    clock.advance(8 * 24 * 60 * 60 * 1_000);
    const late = await privateReplyTo(bot.moderator.click(preview, 'Add'));
    expect(late.text).toContain('has expired');
    expectNoViolations(bot);
  });
});

describe('in German', () => {
  it('everything is said in German, and dates are read as they are written there', async () => {
    const bot = await startIngestBot();
    const { moderator } = bot;
    moderator.locale = 'de';
    const modal = await (await moderator.slash('ingest text')).modal();
    expect(modal.data.title).toBe('Artikel aufnehmen');
    const preview = await privateReplyTo(
      moderator.submit(modal, { ...HARBOUR, date: '10. Februar 2024' }),
    );
    expect(preview.text).toContain('### Neuer Artikel');
    expect(preview.text).toContain('<t:1707566400:D>');
    expect(labels(preview)).toEqual(['Aufnehmen', 'Bearbeiten', 'Verwerfen']);
    const receipt = await privateReplyTo(moderator.click(preview, 'Aufnehmen'));
    expect(receipt.text).toContain('1 Artikel aufgenommen');
    const undone = await privateReplyTo(moderator.click(receipt, 'Rückgängig'));
    expect(undone.text).toContain('1 Artikel wieder entfernt');
    const options = { url: 'ftp://example.org', date: 'irgendwann' };
    const date = await privateReplyTo(moderator.slash('ingest url', options));
    expect(date.text).toContain('„irgendwann“ ist kein eindeutiges Datum');
    const address = await privateReplyTo(moderator.slash('ingest url', { url: options.url }));
    expect(address.text).toContain('das ist keine vollständige Webadresse');
    expectNoViolations(bot);
  });
});

function addId({ buttons }: ShownMessage): string {
  return (
    buttons.find(({ customId }) => customId?.startsWith('ingest-add') ?? false)?.customId ?? ''
  );
}

/** A member sends the interaction of a button they never saw. */
async function forge(
  { member, discord, channelId }: Awaited<ReturnType<typeof startIngestBot>>,
  messageId: string,
  customId: string,
): Promise<ShownMessage> {
  const message = discord.world.messages(channelId).find(({ id }) => id === messageId);
  if (message === undefined) throw new Error('The message is gone.');
  const shown = {
    id: messageId,
    channelId,
    ephemeral: false,
    message,
    text: '',
    buttons: [],
    attachments: [],
  };
  return privateReplyTo(member.forgeClick(shown, customId));
}
