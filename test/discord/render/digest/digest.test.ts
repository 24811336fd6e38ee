import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../../src/digest/digest.ts';
import type { DigestSchedule } from '../../../../src/digest/schedule.ts';
import { renderDigest, renderDigestPreview } from '../../../../src/discord/render/digest/digest.ts';
import { LANGUAGES } from '../../../../src/discord/texts/language.ts';
import { markupOf, nodesOf, parseMarkdown, visibleText } from '../../markdown/parse-markdown.ts';
import { customIdsOf, expectAccepted, textsOf } from '../message-limits.ts';
import {
  anyDigest,
  anySchedule,
  sampleCitation,
  sampleDigest,
  sampleEntry,
  sampleSchedule,
} from './sample-digest.ts';

const RUN_ID = 'runrunrunrun';
/** That the rendering itself makes. */
const MARKUP = ['blockQuote', 'heading', 'link', 'strong', 'subtext', 'timestamp'];
const mention = (command: string): string => `</${command}:1234567890123456789>`;

function render(digest: Digest, settings: Partial<DigestSchedule> = {}) {
  return renderDigest(digest, { runId: RUN_ID, schedule: sampleSchedule(settings) }, mention);
}

function textOf(digest: Digest, settings: Partial<DigestSchedule> = {}): string {
  return render(digest, settings)
    .map((reply) => textsOf(reply).join('\n'))
    .join('\n');
}

const said = { text: 'We will not stop.', start: 61, end: 78 };
const quotation = { ...said, speaker: { text: 'Jane Doe', start: 80, end: 88 } };

describe('the messages of a digest', () => {
  test('are all accepted by Discord and tell every story once, in order, with nothing of it as markup', () => {
    fc.assert(
      fc.property(anyDigest, anySchedule, (digest, schedule) => {
        const replies = renderDigest(digest, { runId: RUN_ID, schedule }, mention);
        for (const reply of replies) expectAccepted(reply);
        expectAccepted(renderDigestPreview(digest, schedule, mention));
        const ids = replies.map((reply) => customIdsOf(reply)[0]);
        expect(ids).toEqual(replies.map((_, at) => `dask:${RUN_ID}:${at}`));
        const stories = replies.flatMap(storiesOf).map(parseMarkdown);
        const entries = digest.sections.flatMap((section) => section.entries);
        expect(stories.length).toBe(entries.length);
        for (const [at, nodes] of stories.entries()) {
          expect(markupOf(nodes).filter((kind) => !MARKUP.includes(kind))).toEqual([]);
          const lead = entries[at]?.lead?.text.replaceAll(/\s/gu, ' ');
          const quoted = visibleText(nodesOf(nodes, 'blockQuote'));
          const [shown = ''] = quoted.split(/ …(?:\n|$)|\n/u);
          if (lead !== undefined) expect(lead.startsWith(shown) && shown !== '').toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  test.each([
    [1, [1]],
    [12, [12]],
    [13, [10, 3]],
  ])('%i stories come as %j', (count, parts) => {
    const replies = render(sampleDigest({ Business: count }));
    expect(replies.map((reply) => storiesOf(reply).length)).toEqual(parts);
  });

  test('are few for two hundred stories, and name the section that goes on', () => {
    const replies = render(sampleDigest({ Business: 120, Sports: 80 }));
    expect(replies.length).toBeLessThanOrEqual(9);
    for (const reply of replies) expectAccepted(reply);
    const texts = replies.map((reply) => textsOf(reply).join('\n'));
    expect(texts[0]).toContain('-# 190 more stories follow ↓');
    expect(texts[1]).toContain(`-# 24 November 2026 · Part 2 of ${replies.length}`);
    expect(texts[1]).toContain('### Business (continued)\n**[Business story 11]');
    expect(texts.filter((text) => text.includes('### Sports\n'))).toHaveLength(1);
    const asks = texts.map((text) => text.includes('Ask about these: </ask:'));
    expect(asks).toEqual(replies.map((_, at) => at === 0 || at === replies.length - 1));
  });
});

describe('a story', () => {
  test('takes two lines in the compact style', () => {
    expect(textOf(sampleDigest([{ section: 'Business', entries: [sampleEntry({ quotation })] }])))
      .toBe(`## Tuesday, 24 November 2026
-# 1 new article
### Business
**[Rates fall again](https://example.com/rates)** · <t:1795435200:D>
> The central bank cut its rate for the third time\\.
-# Ask about these: </ask:1234567890123456789>`);
  });

  test('has its facts and its quotation in the full one', () => {
    const digest = sampleDigest([
      { section: 'Business', entries: [sampleEntry({ quotation, corrected: true })] },
    ]);
    expect(textOf(digest, { style: 'full' })).toContain(`
**[Rates fall again](https://example.com/rates)**
-# <t:1795435200:D> · Jane Doe · The Paper · ✏️ corrected
> The central bank cut its rate for the third time\\.
> 
> “We will not stop\\.” — Jane Doe
`);
    expect(textOf(digest, { style: 'full', language: 'fr' })).toContain(
      '> « We will not stop\\. » — Jane Doe\n',
    );
  });

  test('says nothing twice: a quotation that its lead has with the speaker', () => {
    const text = 'Jane Doe said: “We will not stop.”';
    const inside = { text: 'We will not stop.', start: 16, end: 33 };
    const of = (start: number) =>
      sampleDigest([
        {
          section: null,
          entries: [
            sampleEntry({
              lead: { text, start: 0, end: text.length },
              quotation: { ...inside, speaker: { text: 'Jane Doe', start, end: start + 8 } },
            }),
          ],
        },
      ]);
    expect(textOf(of(0), { style: 'full' })).not.toContain('— Jane Doe');
    expect(textOf(of(80), { style: 'full' })).toContain('— Jane Doe');
  });

  test('says who else has it: by source, by headline where that tells nothing', () => {
    const alsoIn = [
      sampleCitation({ source: 'Agency', url: 'https://agency.example/1' }),
      sampleCitation({ headline: 'Lower again', url: null }),
      sampleCitation({ source: null, headline: 'Rates down', url: 'https://c.example/' }),
    ];
    const digest = sampleDigest([{ section: null, entries: [sampleEntry({ alsoIn })] }]);
    expect(textOf(digest)).toContain(
      '-# also in: [Agency](https://agency.example/1), Lower again, [Rates down](https://c.example/)\n',
    );
    const many = Array.from({ length: 30 }, (_, at) => {
      return sampleCitation({ source: `Agency ${at}`, url: 'https://agency.example/' });
    });
    const crowded = sampleDigest([{ section: null, entries: [sampleEntry({ alsoIn: many })] }]);
    expect(textOf(crowded)).toMatch(/Agency 14\]\S+ and 15 more\n/u);
  });

  test('ends its lead with a sentence where it is too long', () => {
    const text = 'One sentence is short. '.repeat(40).trim();
    const lead = { text, start: 0, end: text.length };
    const digest = sampleDigest([{ section: null, entries: [sampleEntry({ lead })] }]);
    expect(textOf(digest)).toMatch(/\n> (?:One sentence is short\\\. ?){10,} …\n/u);
  });
});

describe('the header', () => {
  test('counts what is new and what was corrected', () => {
    const entries = [sampleEntry(), sampleEntry({ corrected: true }), sampleEntry()];
    const digest = sampleDigest([{ section: null, entries }]);
    expect(textOf(digest, { topic: 'rates *and* prices' })).toContain(
      '-# 2 new articles · 1 corrected article · about “rates \\*and\\* prices”',
    );
    expect(textOf(digest)).not.toContain('###');
    expect(textOf({ ...digest, articles: 1, corrected: 1 })).toContain(
      '\n-# 1 corrected article\n',
    );
  });

  test('names the articles without a section where others have one', () => {
    const digest = sampleDigest([
      { section: 'Business', entries: [sampleEntry()] },
      { section: null, entries: [sampleEntry()] },
    ]);
    expect(textOf(digest)).toContain('\n### Other articles\n');
  });

  test('mentions the role in the first message, which alone notifies it', () => {
    const replies = render(sampleDigest({ Business: 40 }), { mentionRole: '123456789012345678' });
    expect(replies.map(({ mentionRole }) => mentionRole)).toEqual([
      '123456789012345678',
      ...replies.slice(1).map(() => undefined),
    ]);
    expect(textsOf(replies[0] ?? { components: [] })[0]).toBe('<@&123456789012345678>');
  });

  test('says at the end how many older articles are not shown', () => {
    const replies = render(sampleDigest({ Business: 40 }, { omitted: 35 }));
    const shown = replies.map((reply) => textsOf(reply).join('\n').includes('35 older articles'));
    expect(shown).toEqual(replies.map((_, at) => at === replies.length - 1));
  });
});

describe('a day without articles', () => {
  test.each(LANGUAGES)('is said kindly, with the archive to be asked: %s', (language) => {
    const replies = render(sampleDigest({}), { language });
    expect(replies).toHaveLength(1);
    const [reply = { components: [] }] = replies;
    expectAccepted(reply);
    expect(customIdsOf(reply)).toEqual([`dask:${RUN_ID}:0`]);
    expect(textsOf(reply)).toHaveLength(1);
  });

  test('is told from several of them', () => {
    expect(textOf(sampleDigest({}))).toContain('archive today');
    const days = sampleDigest({}, { firstDate: '2026-11-22' });
    expect(textOf(days)).toContain(
      '## 22 to 24 November 2026\nNothing new came into the archive on',
    );
  });
});

describe('buttons', () => {
  test('mute sections under the first message, where there are any', () => {
    const ids = (digest: Digest) => render(digest).map(customIdsOf);
    expect(ids(sampleDigest({ Business: 13 }))).toEqual([
      [`dask:${RUN_ID}:0`, `dmute:digestdigest:${RUN_ID}`],
      [`dask:${RUN_ID}:1`],
    ]);
    const without = sampleDigest([{ section: null, entries: [sampleEntry()] }]);
    expect(ids(without)).toEqual([[`dask:${RUN_ID}:0`]]);
  });
});

describe('the preview', () => {
  test('is the first message without buttons, and says how much more there is', () => {
    const reply = renderDigestPreview(sampleDigest({ Business: 40 }), sampleSchedule(), mention);
    const text = textsOf(reply).join('\n');
    expect(customIdsOf(reply)).toEqual([]);
    expect(storiesOf(reply)).toHaveLength(10);
    expect(text).toMatch(/^-# Preview: .*\n## Tuesday, 24 November 2026\n/u);
    expect(text).toContain('-# … and 30 more stories');
    expect(reply.mentionRole).toBeUndefined();
  });

  test('says when nothing would be posted', () => {
    const silent = renderDigestPreview(
      sampleDigest({}),
      sampleSchedule({ whenEmpty: 'skip' }),
      mention,
    );
    expect(textsOf(silent).join('\n')).toContain('nothing is posted');
  });
});

/** Texts that begin with a headline, or a section's and then one. */
function storiesOf(reply: Parameters<typeof textsOf>[0]): string[] {
  return textsOf(reply).filter((text) => /^(?:### .*\n)?\*\*/u.test(text));
}
