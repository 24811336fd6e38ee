import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/answer/answer.ts';
import type { App } from '../../src/app.ts';
import { Connection } from '../../src/archive/database/connection.ts';
import type { Digest, DigestEntry } from '../../src/digest/digest.ts';
import type { DigestView } from '../../src/digest/digests.ts';
import type { DigestSchedule, DigestSettings } from '../../src/digest/schedule.ts';
import { openArchive } from '../../src/open-archive.ts';
import { draftAbout } from '../archive/archive-kit.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';
import { MemoryTerminal } from '../fakes/memory-terminal.ts';
import { commandLine } from './command-line.ts';
import { DAILY } from '../digest/daily-settings.ts';

const GUILD = '100000000000000001';
const CHANNEL = '300000000000000001';

const SETTINGS: DigestSettings = { ...DAILY, channelId: CHANNEL, style: 'full' };

function viewOf(
  schedule: Partial<DigestSchedule> = {},
  given: Partial<DigestView> = {},
): DigestView {
  return {
    schedule: {
      ...SETTINGS,
      id: 'abcdefghijkl',
      guildId: GUILD,
      createdBy: '200000000000000001',
      createdAt: '2024-02-01T12:00:00.000Z',
      activeFrom: '2024-02-01T12:00:00.000Z',
      seenKey: 0,
      mutedSections: [],
      pause: null,
      ...schedule,
    },
    nextAt: new Date('2024-03-02T07:00:00Z'),
    last: null,
    trouble: null,
    ...given,
  };
}

function cite(headline: string, given: Partial<Citation> = {}): Citation {
  const where = { section: 'World', byline: null, source: 'Wire', publishedAt: '2024-02-29' };
  return { id: 'article00001', headline, url: null, ...where, ...given };
}

function entry(headline: string, given: Partial<DigestEntry> = {}): DigestEntry {
  const none = { corrected: false, lead: null, quotation: null, alsoIn: [] };
  return { article: cite(headline), articleKey: 1, ...none, ...given };
}

function newsOf(given: Partial<Digest> = {}): Digest {
  const date = '2024-03-01';
  return { date, firstDate: date, articles: 0, corrected: 0, omitted: 0, sections: [], ...given };
}

const NEWS = newsOf({
  articles: 1_204,
  corrected: 1,
  omitted: 1_200,
  sections: [
    {
      section: 'World',
      entries: [
        entry('Bridge opens', {
          article: cite('Bridge opens', { url: 'https://example.org/a', byline: 'By Ann' }),
          lead: {
            start: 0,
            end: 40,
            text: 'The bridge over the strait was opened on Monday by the minister.',
          },
          quotation: {
            ...{ start: 50, end: 90, text: '“We waited for ten years.”' },
            speaker: { start: 95, end: 105, text: 'Berg, a sailor' },
          },
          alsoIn: [
            cite('Strait bridged', { source: 'Gazette' }),
            cite('It is open', { publishedAt: null, source: null }),
          ],
        }),
      ],
    },
    { section: null, entries: [entry('Ferry sold', { corrected: true })] },
  ],
});

describe('digest --dry-run', () => {
  it('prints the schedule and what would be posted', async () => {
    const { run, terminal, app } = await commandLine();
    app.digests.know(viewOf(), NEWS);
    expect(await run('digest', '--guild', GUILD, '--dry-run')).toBe(0);
    expect(terminal.stdout.text)
      .toBe(`Digest abcdefghijkl · every day at 08:00 (Europe/Berlin) · channel
300000000000000001
Next on 2 March 2024 at 08:00.
full style in en · a missed hour is made up for on the same day

1 March 2024: 1,204 articles, 1 corrected, 1,200 too many to be shown

World (1)

  Bridge opens
  29 February 2024 · By Ann · Wire
  https://example.org/a
  │ The bridge over the strait was opened on Monday by the minister.
  │ “We waited for ten years.”
  — Berg, a sailor
  also in: Strait bridged (29 February 2024 · Gazette); It is open

Without a section (1)

  Ferry sold (corrected)
  29 February 2024 · Wire

`);
    expect(app.closed).toBe(true);
  });

  it('says what a digest leaves out, why it is paused and what went wrong', async () => {
    const { run, terminal, app } = await commandLine(new MemoryTerminal({ columns: 100 }));
    const problem = { kind: 'missing-permission', permissions: ['SendMessages'] } as const;
    app.digests.know(
      viewOf(
        {
          ...{
            days: 5,
            sections: ['World', 'Tech'],
            topic: 'ships at sea',
            mutedSections: ['Sport'],
          },
          ...{
            mentionRole: '400000000000000001',
            publish: true,
            catchUp: 'skip',
            style: 'compact',
          },
          pause: { at: '2024-02-20T23:30:00Z', reason: 'failed', problem },
        },
        { nextAt: null },
      ),
      newsOf(),
    );
    const nextTryAt = new Date('2024-03-01T12:05:00Z');
    app.digests.know(
      viewOf(
        { days: 'weekdays', whenEmpty: 'say' },
        { trouble: { problem: { kind: 'discord', permissions: [] }, nextTryAt } },
      ),
      newsOf(),
    );
    expect(await run('digest', '--guild', GUILD, '--dry-run')).toBe(0);
    expect(terminal.stdout.text)
      .toBe(`Digest abcdefghijkl · every Friday at 08:00 (Europe/Berlin) · channel 300000000000000001
Paused on 21 February 2024 at 00:30, after posting failed too often: the bot lacks a permission
there (SendMessages).
Only of: World, Tech.
Muted: Sport.
Only near: "ships at sea".
compact style in en · a missed day is left out · notifies role 400000000000000001 · published to
followers

1 March 2024: nothing is new. Nothing would be posted.

Digest abcdefghijkl · Monday to Friday at 08:00 (Europe/Berlin) · channel 300000000000000001
Next on 2 March 2024 at 08:00.
Not posted: Discord failed or could not be reached. Tried again on 1 March 2024 at 13:05.
full style in en · a missed hour is made up for on the same day

1 March 2024: nothing is new. The post would say so.

`);
  });

  it('prints one digest that was asked for', async () => {
    const { run, terminal, app } = await commandLine();
    app.digests.know(viewOf({ id: 'first' }), NEWS);
    app.digests.know(viewOf({ id: 'second' }), newsOf());
    expect(await run('digest', '--guild', GUILD, '--digest', 'second', '--dry-run')).toBe(0);
    expect(terminal.stdout.text).toMatch(/^Digest second /);
    expect(terminal.stdout.text).not.toContain('first');
  });

  it('prints one JSON object per digest', async () => {
    const { run, terminal, app } = await commandLine();
    app.digests.know(viewOf(), NEWS);
    app.digests.know(viewOf({ id: 'second' }), newsOf());
    expect(await run('digest', '--guild', GUILD, '--dry-run', '--json')).toBe(0);
    const lines = terminal.stdout.text.trimEnd().split('\n');
    const [first, second] = lines.map((line) => JSON.parse(line) as unknown);
    expect(lines).toHaveLength(2);
    expect(first).toMatchObject({
      ...{ id: 'abcdefghijkl', guildId: GUILD, channelId: CHANNEL, time: '08:00' },
      nextAt: '2024-03-02T07:00:00.000Z',
      digest: { date: '2024-03-01', articles: 1_204, corrected: 1, omitted: 1_200 },
    });
    expect(first).toHaveProperty(
      'digest.sections.0.entries.0.quotation.speaker.text',
      'Berg, a sailor',
    );
    expect(first).toHaveProperty('digest.sections.0.entries.0.alsoIn.0.headline', 'Strait bridged');
    expect(first).toHaveProperty('digest.sections.1.section', null);
    expect(second).toMatchObject({ id: 'second', digest: { articles: 0, sections: [] } });
  });

  it('shows control characters and does not obey them', async () => {
    const evil = 'Rain\u001b[2J\u202e\u0085';
    const quotation = { start: 0, end: 1, text: evil, speaker: { start: 0, end: 1, text: evil } };
    const article = cite(evil, { url: `https://example.org/${evil}`, source: evil });
    const sections = [
      {
        section: evil,
        entries: [entry(evil, { article, lead: quotation, quotation, alsoIn: [article] })],
      },
    ];
    const { run, terminal, app } = await commandLine();
    app.digests.know(
      viewOf({ topic: evil, sections: [evil], mutedSections: [evil] }),
      newsOf({ articles: 1, sections }),
    );
    expect(await run('digest', '--guild', GUILD, '--dry-run')).toBe(0);
    expect(await run('digest', '--guild', GUILD, '--dry-run', '--json')).toBe(0);
    expect(terminal.stdout.text).toContain('Rain␛[2J');
    // eslint-disable-next-line no-control-regex -- line breaks are ours, no other control is
    expect(terminal.stdout.text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('fails for a server without digests, and for a digest it does not have', async () => {
    const { run, terminal, app } = await commandLine();
    app.digests.know(viewOf(), NEWS);
    expect(await run('digest', '--guild', '100000000000000002', '--dry-run')).toBe(1);
    expect(terminal.stderr.text).toBe(
      'The server 100000000000000002 has no digests. /digest schedule makes one in Discord.\n',
    );
    expect(await run('digest', '--guild', GUILD, '--digest', 'zzz', '--dry-run')).toBe(1);
    expect(terminal.stderr.text).toContain(
      `The server ${GUILD} has no digest "zzz". There are: abcdefghijkl.\n`,
    );
    expect(terminal.stdout.text).toBe('');
  });
});

describe('digest --dry-run over an archive', () => {
  const openApp = async (options: Parameters<typeof openArchive>[0]): Promise<App> => {
    const archive = await openArchive({ ...options, embedder: new HashEmbedder() });
    const refuse = () => Promise.reject(new Error('Not to be asked.'));
    return { ...archive, ask: refuse, calibrate: refuse, close: () => archive.close() };
  };

  it('shows what is new, and changes nothing', async () => {
    const opened: App[] = [];
    const { run, terminal, folder } = await commandLine(new MemoryTerminal(), {
      openApp: async (options) => {
        const app = await openApp(options);
        if (opened.push(app) === 1) {
          app.digests.add(GUILD, SETTINGS, '200000000000000001');
          await app.library.add([draftAbout('harbour'), draftAbout('tram', { section: 'Land' })], {
            scope: GUILD,
            by: 'test',
          });
        }
        return app;
      },
    });
    expect(await run('digest', '--guild', GUILD, '--dry-run')).toBe(0);
    const shown = terminal.stdout.text;
    expect(shown).toContain('1 March 2024: 2 articles\n');
    expect(shown).toContain('Land (1)\n\n  News of the tram\n  10 February 2024 · Gazette\n');
    expect(shown).toContain('World (1)\n\n  News of the harbour\n');
    const rows = () => {
      const connection = Connection.open(join(folder, 'data', 'archive.db'));
      const tables = ['digests', 'digest_runs', 'digest_parts', 'digest_articles'];
      const found = tables.map((table) => connection.prepare(`SELECT * FROM ${table}`).all());
      connection.close();
      return found;
    };
    const before = rows();
    expect(before.map((all) => all.length)).toEqual([1, 0, 0, 0]);
    expect(await run('digest', '--guild', GUILD, '--dry-run')).toBe(0);
    expect(terminal.stdout.text).toBe(shown + shown);
    expect(rows()).toEqual(before);
  });
});
