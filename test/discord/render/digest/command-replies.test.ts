import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DigestView } from '../../../../src/digest/digests.ts';
import type { DigestDays, DigestSchedule } from '../../../../src/digest/schedule.ts';
import { choicesOf } from '../../../../src/discord/digest/mute.ts';
import { messageBody } from '../../../../src/discord/message-body.ts';
import { askModal } from '../../../../src/discord/render/digest/ask-modal.ts';
import {
  renderNow,
  renderPaused,
  renderRemoved,
  renderRemovalQuestion,
  renderResumed,
} from '../../../../src/discord/render/digest/control-replies.ts';
import { plainDigestLine } from '../../../../src/discord/render/digest/digest-facts.ts';
import { renderMuteMenu } from '../../../../src/discord/render/digest/mute-menu.ts';
import { OVERVIEW_PAGE, renderOverview } from '../../../../src/discord/render/digest/overview.ts';
import { renderScheduled } from '../../../../src/discord/render/digest/scheduled.ts';
import type { MessageReply } from '../../../../src/discord/reply.ts';
import { LANGUAGES } from '../../../../src/discord/texts/language.ts';
import { validateCallback, validateMessage } from '../../../../src/playground/validate/validate.ts';
import { textsOf } from '../message-limits.ts';

const language = fc.constantFrom(...LANGUAGES);
const CHANNEL = '12345678901234567890';

/** What sections and topics may hold: markdown, mentions, invisible characters, anything, at any length. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
  fc.constantFrom(
    '@everyone <@123456789012345678> </ask:1> <t:0:R>',
    '*'.repeat(2_000),
    '\u202e\u200b\u2066',
    '👩‍👩‍👧‍👦'.repeat(200),
    '\n\n> quote\n-# small',
  ),
);
const sections = fc.array(hostile, { maxLength: 40 });
const iso = fc.constantFrom('2024-02-10T08:30:00.000Z', '2030-12-31T23:59:59.999Z');
const moment = iso.map((text) => new Date(text));
const PERMISSIONS = ['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'EmbedLinks'];
const problem = fc.record({
  kind: fc.constantFrom(
    ...(['channel-gone', 'no-access', 'missing-permission', 'channel-closed', 'discord'] as const),
  ),
  permissions: fc.subarray([...PERMISSIONS, 'ManageThreads']),
});

const schedule: fc.Arbitrary<DigestSchedule> = fc.record({
  id: fc.stringMatching(/^[a-z2-7]{12}$/),
  guildId: fc.constant(CHANNEL),
  channelId: fc.constant(CHANNEL),
  time: fc.constant('23:59'),
  zone: fc.constantFrom('America/Argentina/ComodRivadavia', 'Etc/GMT+12', 'UTC'),
  days: fc.constantFrom<DigestDays>('every', 'weekdays', 1, 2, 3, 4, 5, 6, 7),
  sections,
  topic: fc.option(hostile),
  style: fc.constantFrom('compact', 'full'),
  whenEmpty: fc.constantFrom('skip', 'say'),
  catchUp: fc.constantFrom('late', 'merge', 'skip'),
  mentionRole: fc.option(fc.constant(CHANNEL)),
  publish: fc.boolean(),
  language,
  createdBy: fc.constant(CHANNEL),
  createdAt: iso,
  activeFrom: iso,
  seenKey: fc.nat(),
  mutedSections: sections,
  pause: fc.option(
    fc.record({ at: iso, reason: fc.constantFrom('asked', 'failed'), problem: fc.option(problem) }),
  ),
});

const view: fc.Arbitrary<DigestView> = fc.record({
  schedule,
  nextAt: fc.option(moment),
  last: fc.option(
    fc.record({
      date: fc.constantFrom('2024-02-10', '2024-12-31'),
      outcome: fc.constantFrom('posted', 'empty', 'skipped', 'merged'),
      message: fc.option(fc.constant({ channelId: CHANNEL, messageId: CHANNEL })),
    }),
  ),
  trouble: fc.option(fc.record({ problem, nextTryAt: moment })),
});

const mention = (command: string): string => `</${command}:1234567890123456789>`;

describe('what /digest replies is what Discord takes, whatever the sections and topics hold', () => {
  it('for what was scheduled', () => {
    fc.assert(
      fc.property(view, language, (given, spoken) => {
        expectValid(renderScheduled(given, PERMISSIONS, spoken));
      }),
    );
  });

  it('for the list, on every page', () => {
    fc.assert(
      fc.property(fc.array(view, { maxLength: 25 }), language, (digests, spoken) => {
        for (let offset = 0; offset <= digests.length; offset += OVERVIEW_PAGE) {
          expectValid(renderOverview({ digests, offset, mention, language: spoken }));
        }
      }),
    );
  });

  it.each(LANGUAGES)('for a page of the longest list in %s', (spoken) => {
    const [one] = fc.sample(view, { numRuns: 1, seed: 2 });
    if (one === undefined) throw new Error('there is no sample');
    const at = '2024-02-10T08:30:00.000Z';
    const failure = {
      kind: 'missing-permission',
      permissions: [...PERMISSIONS, 'ManageThreads', 'MentionEveryone'],
    } as const;
    const long = Array.from({ length: 300 }, (_, number) => `${'*'.repeat(40)} ${number}`);
    const worst: DigestView = {
      schedule: {
        ...one.schedule,
        channelId: CHANNEL,
        zone: 'America/Argentina/ComodRivadavia',
        days: 'weekdays',
        sections: long,
        topic: '*'.repeat(300),
        mutedSections: long,
        pause: { at, reason: 'failed', problem: failure },
      },
      nextAt: null,
      last: {
        date: '2024-09-25',
        outcome: 'posted',
        message: { channelId: CHANNEL, messageId: CHANNEL },
      },
      trouble: null,
    };
    const schedule = { ...worst.schedule, pause: null };
    const troubled = {
      ...worst,
      schedule,
      trouble: { problem: failure, nextTryAt: new Date(at) },
      nextAt: new Date(at),
    };
    for (const each of [worst, troubled]) {
      const digests = Array.from({ length: 25 }, () => each);
      expectValid(renderOverview({ digests, offset: 4, mention, language: spoken }));
    }
  });

  it('for pausing, resuming, removing and posting at once', () => {
    fc.assert(
      fc.property(view, language, (given, spoken) => {
        expectValid(renderPaused(given, mention('digest resume'), spoken));
        expectValid(renderResumed(given, spoken));
        expectValid(renderRemovalQuestion(given, spoken));
        expectValid(renderRemoved(given, spoken));
        const posted = { outcome: 'posted', channelId: CHANNEL, messageId: CHANNEL } as const;
        expectValid(renderNow(CHANNEL, posted, spoken));
        expectValid(renderNow(CHANNEL, { outcome: 'empty' }, spoken));
      }),
    );
  });

  it('for the menu of sections, on every page', () => {
    const many = fc.array(hostile, { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(schedule, many, language, (given, offered, spoken) => {
        const choices = choicesOf(given, offered);
        for (let page = 0; page * 25 < choices.length; page += 1) {
          const menu = { schedule: given, runId: 'abcdefghijkl', choices, page, language: spoken };
          expectValid(renderMuteMenu(menu));
        }
      }),
    );
  });

  it.each(LANGUAGES)('for the window of a question in %s', (spoken) => {
    for (const whole of [true, false]) {
      const { modal } = askModal('abcdefghijkl', { whole, language: spoken });
      expect(validateCallback({ type: 9, data: modal })).toEqual([]);
    }
  });

  it('for the names of an autocompletion', () => {
    fc.assert(
      fc.property(schedule, fc.option(hostile), language, (given, channel, spoken) => {
        const line = plainDigestLine(given, channel, spoken);
        expect(line.length).toBeLessThanOrEqual(100);
        expect(line).toMatch(/^#.* · 23:59 /);
      }),
    );
  });
});

describe('the list', () => {
  const plain = fc.sample(view, { numRuns: 1, seed: 1 })[0];
  if (plain === undefined) throw new Error('there is no sample');
  const active: DigestView = {
    ...plain,
    schedule: {
      ...plain.schedule,
      zone: 'Europe/Berlin',
      time: '08:00',
      days: 1,
      sections: ['World', 'Arts, Culture'],
      topic: 'harbours',
      mutedSections: ['Sport'],
      pause: null,
    },
    nextAt: new Date('2024-03-04T07:00:00Z'),
    last: {
      date: '2024-02-26',
      outcome: 'posted',
      message: { channelId: '2', messageId: '3' },
    },
    trouble: null,
  };
  const listed = (digest: DigestView, spoken: (typeof LANGUAGES)[number] = 'en'): string =>
    textsOf(renderOverview({ digests: [digest], offset: 0, mention, language: spoken })).join('\n');

  it('tells when it is posted, what it holds and where the last one is', () => {
    expect(listed(active)).toBe(
      [
        '### Digests',
        `**<#${CHANNEL}> · 08\\:00 Europe\\/Berlin · Monday**`,
        'Next: <t:1709535600:f>, <t:1709535600:R>',
        '-# Sections: World, Arts\\, Culture',
        '-# Topic: harbours',
        '-# Muted sections: Sport',
        `-# Last: [26 February 2024](https://discord.com/channels/${CHANNEL}/2/3)`,
      ].join('\n'),
    );
    expect(listed(active, 'de')).toContain('08\\:00 Europe\\/Berlin · Montag**');
  });

  it('tells what is wrong and what to do', () => {
    const missing = { kind: 'missing-permission', permissions: ['SendMessages'] } as const;
    const nextTryAt = new Date('2024-03-04T07:05:00Z');
    const troubled = listed({ ...active, trouble: { problem: missing, nextTryAt } });
    expect(troubled).toContain('Send Messages');
    expect(troubled).toContain('I try again <t:1709535900:R>.');
    const at = '2024-03-04T15:00:00.000Z';
    const failed = {
      ...active.schedule,
      pause: { at, reason: 'failed', problem: missing },
    } as const;
    const paused = listed({ ...active, schedule: failed, nextAt: null });
    expect(paused).toContain('Paused <t:1709564400:R>, since it could not be posted.');
    expect(paused).toContain('Send Messages');
    expect(paused).toContain(`Then ${mention('digest resume')} lets it go on.`);
    const gone = { kind: 'channel-gone', permissions: [] } as const;
    const lost = { ...active.schedule, pause: { at, reason: 'failed', problem: gone } } as const;
    expect(listed({ ...active, schedule: lost })).not.toContain('lets it go on');
    const asked = { ...active.schedule, pause: { at, reason: 'asked', problem: null } } as const;
    expect(listed({ ...active, schedule: asked })).toContain(`${mention('digest resume')} lets`);
  });
});

function expectValid(reply: MessageReply): void {
  expect(validateMessage(messageBody(reply), 'webhook')).toEqual([]);
}
