import {
  ApplicationCommandOptionType,
  ComponentType,
  MessageFlags,
  PermissionFlagsBits as Bits,
  type Interaction,
} from 'discord.js';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { BODIES } from '../../../src/playground/page-actions/bodies.ts';
import type {
  ActionName,
  ActionPlace,
  PageActions,
} from '../../../src/playground/page-protocol.ts';
import { ManualClock } from '../../fakes/manual-clock.ts';
import { ANYTHING, ASK, connectClient, rawFetch, register } from '../discord-kit.ts';
import { act, startPage, type PageKit } from './page-kit.ts';

const refused = (reason: string) => ({ status: 200, body: { outcome: 'refused', reason } });
const failed = (reason: string) => ({ status: 200, body: { outcome: 'failed', reason } });
const ACKNOWLEDGED = { status: 200, body: { outcome: 'acknowledged' } };
const DONE = { status: 200, body: { outcome: 'done' } };

async function startBot(handle: (interaction: Interaction) => Promise<unknown>): Promise<PageKit> {
  const kit = await startPage();
  await register(kit.discord, [ASK]);
  await connectClient(kit.discord, handle);
  return kit;
}

describe('what the page may send', () => {
  it('is what is accepted, no more and no less', () => {
    type Accepted = { [Name in ActionName]: z.input<(typeof BODIES)[Name]> };
    type Sent = { [Name in ActionName]: ActionPlace & PageActions[Name] };
    expectTypeOf<Accepted>().toExtend<Sent>();
    expectTypeOf<Sent>().toExtend<Accepted>();
  });
});

describe('an action', () => {
  it('is of somebody the page acts as, in a channel they see', async () => {
    const kit = await startPage();
    const post = (place: Partial<ActionPlace>) =>
      act(kit, 'post', { content: 'hi', files: [] }, place);
    const owner = kit.discord.applicationId;
    for (const person of [kit.eve, owner, '', '1', '__proto__']) {
      expect(await post({ person })).toEqual(refused('This person is not here any more.'));
    }
    expect(await post({ channel: '1' })).toEqual(refused('This channel is not there any more.'));
    const hidden = refused('You do not have permission to view this channel.');
    expect(await post({ channel: kit.newsroom })).toEqual(hidden);
    expect(await post({ channel: kit.newsroom, person: kit.max })).toEqual(DONE);
    expect(kit.discord.world.messages(kit.newsroom)).toHaveLength(1);
  });

  it('in any language is one in the nearest that Discord has', async () => {
    const locales: string[] = [];
    const kit = await startBot(async (it) => {
      locales.push(it.locale);
      if (it.isChatInputCommand()) await it.reply('ok');
    });
    for (const locale of ['en-US@posix', 'de-AT', 'pt']) {
      expect(await act(kit, 'slash', { command: 'ask', options: {} }, { locale })).toEqual(
        ACKNOWLEDGED,
      );
    }
    expect(locales).toEqual(['en-US', 'de', 'pt-BR']);
  });

  it.each([
    ['no body', ''],
    ['no object', '3'],
    ['no JSON', '{'],
    ['a place without a person', '{"channel":"1","locale":"de"}'],
    ['a wrong type', '{"person":"1","channel":"1","locale":"de","content":3,"files":[]}'],
    ['a negative file', '{"person":"1","channel":"1","locale":"de","content":"","files":[-1]}'],
  ])('with %s is malformed', async (_, body) => {
    const kit = await startPage();
    const headers = { 'Content-Type': 'application/json' };
    const url = `${kit.discord.pageUrl}page/actions/post`;
    const response = await rawFetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ outcome: 'refused', reason: ANYTHING });
  });

  it('with any body is answered with a sentence', async () => {
    const kit = await startPage();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('slash', 'complete', 'click', 'select', 'submit', 'post', 'dismiss'),
        fc.json(),
        fc.object(),
        async (name, json, extra) => {
          const place = { person: kit.mia, channel: kit.general, locale: 'de' };
          for (const body of [json, JSON.stringify({ ...extra, ...place })]) {
            const url = `${kit.discord.pageUrl}page/actions/${name}`;
            const headers = { 'Content-Type': 'application/json' };
            const response = await rawFetch(url, { method: 'POST', headers, body });
            expect(response.status).toBeLessThan(500);
            expect(await response.json()).toMatchObject({ outcome: 'refused' });
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('must exist, and be posted', async () => {
    const { discord } = await startPage();
    const ask = async (name: string, method: string) =>
      (await rawFetch(`${discord.pageUrl}page/actions/${name}`, { method })).status;
    expect(await ask('none', 'POST')).toBe(404);
    expect(await ask('constructor', 'POST')).toBe(404);
    expect(await ask('post', 'GET')).toBe(405);
    expect(await ask('post', 'POST')).toBe(400);
  });

  it('that is not acknowledged fails with the sentence of its kind', async () => {
    const clock = new ManualClock();
    const kit = await startPage({ clock });
    const topic = {
      type: ApplicationCommandOptionType.String as const,
      name: 'topic',
      description: 'x',
      autocomplete: true,
    };
    await register(kit.discord, [{ ...ASK, options: [topic] }]);
    const late = async (answer: Promise<unknown>, count: number) => {
      await expect.poll(() => kit.discord.traffic.interactions.length).toBe(count);
      clock.advance(3_000);
      return await answer;
    };
    const sent = act(kit, 'slash', { command: 'ask', options: {} });
    expect(await late(sent, 1)).toEqual(failed('The application did not respond'));
    const typed = act(kit, 'complete', { command: 'ask', options: {}, focused: 'topic' });
    expect(await late(typed, 2)).toEqual(failed('Loading options failed'));
  });
});

describe('a component', () => {
  const button = (custom_id: string, label: string) => ({
    type: 2 as const,
    style: 1 as const,
    custom_id,
    label,
  });

  it('is found by its custom id alone', async () => {
    const clicked: string[] = [];
    const kit = await startBot(async (it) => {
      if (it.isChatInputCommand()) {
        const components = [button('second', 'first'), button('first', 'other')];
        await it.reply({ components: [{ type: ComponentType.ActionRow, components }] });
      } else if (it.isButton()) {
        clicked.push(it.customId);
        await it.deferUpdate();
      }
    });
    await act(kit, 'slash', { command: 'ask', options: {} });
    const message = kit.discord.world.messages(kit.general)[0]?.id ?? '';
    expect(await act(kit, 'click', { message, customId: 'first' })).toEqual(ACKNOWLEDGED);
    expect(clicked).toEqual(['first']);
    expect(await act(kit, 'click', { message, customId: 'other' })).toMatchObject({
      body: { outcome: 'refused' },
    });
    const gone = refused('This message is not there any more.');
    expect(await act(kit, 'click', { message: '1', customId: 'first' })).toEqual(gone);
    const place = { person: kit.max, channel: kit.newsroom };
    expect(await act(kit, 'click', { message, customId: 'first' }, place)).toEqual(gone);
    const values = { message: '1', customId: 'x', values: ['a'] };
    expect(await act(kit, 'select', values)).toEqual(gone);
  });
});

describe('a form', () => {
  it('is filled in by who opened it, also with files', async () => {
    const texts: string[] = [];
    const kit = await startBot(async (it) => {
      const upload = { type: 19 as const, custom_id: 'file' };
      const components = [{ type: 18 as const, label: 'File', component: upload }];
      if (it.isChatInputCommand())
        await it.showModal({ custom_id: 'form', title: 'F', components });
      if (!it.isModalSubmit()) return;
      texts.push(
        it.fields
          .getUploadedFiles('file', true)
          .map(({ name }) => name)
          .join(),
      );
      await it.reply({ content: 'ok', flags: MessageFlags.Ephemeral });
    });
    const opened = await act(kit, 'slash', { command: 'ask', options: {} });
    expect(opened).toMatchObject({ body: { outcome: 'modal', modal: { data: { title: 'F' } } } });
    const { interaction } = (opened.body as { modal: { interaction: string } }).modal;
    const values = { file: { files: [0] } };
    const closed = refused('This form is not open any more.');
    expect(
      await act(kit, 'submit', { interaction, values }, { person: kit.max }, [
        new File(['a'], 'a.txt'),
      ]),
    ).toEqual(closed);
    expect(await act(kit, 'submit', { interaction: '1', values: {} })).toEqual(closed);
    expect(await act(kit, 'submit', { interaction, values })).toEqual(
      refused('A file is missing. Choose it again.'),
    );
    const sent = await act(kit, 'submit', { interaction, values }, {}, [new File(['a'], 'a.txt')]);
    expect(sent).toEqual(ACKNOWLEDGED);
    expect(texts).toEqual(['a.txt']);
    // The reply is private: only its owner puts it away.
    const [reply] = kit.discord.as(kit.mia, kit.general).seen();
    const dismiss = (person: string) =>
      act(kit, 'dismiss', { message: reply?.id ?? '' }, { person });
    expect(await dismiss(kit.max)).toEqual(refused('This message is not there any more.'));
    expect(await dismiss(kit.mia)).toEqual(DONE);
    expect(kit.discord.as(kit.mia, kit.general).seen()).toEqual([]);
  });
});

describe('a message', () => {
  it('is posted with its files, and refused in plain words', async () => {
    const kit = await startPage();
    const post = (content: string, files: readonly File[] = []) =>
      act(kit, 'post', { content, files: files.map((_, index) => index) }, {}, files);
    expect(await post('  hello ', [new File(['a'], 'a.txt')])).toEqual(DONE);
    expect(kit.discord.world.messages(kit.general)).toMatchObject([
      { content: 'hello', attachments: [{ filename: 'a.txt' }] },
    ]);
    expect(await post(' \n')).toEqual(refused('Your message is empty.'));
    const long = refused('Your message is too long: at most 2000 characters.');
    expect(await post('x'.repeat(2_001))).toEqual(long);
    const large = new File([new Uint8Array(10 * 1_048_576 + 1)], 'a.bin');
    expect(await post('x', [large])).toEqual(
      refused('Your files are too powerful. At most 10 MB each.'),
    );
    kit.discord.world.overwrite(
      kit.general,
      { id: kit.guildId, kind: 'role' },
      { deny: Bits.SendMessages },
    );
    expect(await post('x')).toEqual(
      refused('You do not have permission to send messages in this channel.'),
    );
  });
});

describe('time', () => {
  it('goes on to the next moment', async () => {
    const kit = await startPage();
    expect(await act(kit, 'advance', {})).toEqual(DONE);
    expect(kit.jumps).toEqual([new Date('2030-01-01T09:00:00Z')]);
  });
});
