import { describe, expect, it } from 'vitest';
import { messageBody } from '../../../src/discord/message-body.ts';
import { renderHelp, type HelpOptions } from '../../../src/discord/render/help.ts';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';
import { validateMessage } from '../../../src/playground/validate/validate.ts';
import { textsOf } from './message-limits.ts';

/** Characters that fit on one screen without scrolling. */
const SCREEN = 2_000;

const options: Omit<HelpOptions, 'language'> = {
  moderators: true,
  managers: true,
  mention: (command) => `</${command}:1234567890123456789>`,
  config: { ANSWER_RETENTION_DAYS: 90, ASK_LOG: 'anonymous' },
};

describe.each(LANGUAGES)('the help in %s', (language) => {
  it.each(['off', 'anonymous', 'full'] as const)(
    'is what Discord takes, on one screen, with ASK_LOG=%s',
    (ASK_LOG) => {
      for (const ANSWER_RETENTION_DAYS of [0, 1, 3_650]) {
        const config = { ANSWER_RETENTION_DAYS, ASK_LOG };
        const reply = renderHelp({ ...options, config, language });
        expect(validateMessage(messageBody(reply, { ephemeral: true }), 'callback')).toEqual([]);
        const shown = textsOf(reply)
          .join('\n')
          .replace(/<(\/[^:]+):\d+>/g, '$1');
        expect(shown.length).toBeLessThan(SCREEN);
      }
    },
  );

  it('mentions every command once', () => {
    const mentioned: string[] = [];
    const mention = (command: string): string => {
      mentioned.push(command);
      return `\`/${command}\``;
    };
    renderHelp({ ...options, mention, language });
    expect(mentioned.sort()).toEqual([
      ...['archive export', 'archive gaps', 'archive list', 'archive remove', 'archive show'],
      ...['archive stats', 'ask', 'digest list', 'digest now', 'digest pause', 'digest preview'],
      ...['digest remove', 'digest resume', 'digest schedule'],
      ...['ingest file', 'ingest text', 'ingest url'],
    ]);
  });

  it('leaves the moderators’ part to moderators', () => {
    const texts = textsOf(renderHelp({ ...options, moderators: false, language })).join('\n');
    expect(texts).toContain('</archive list:');
    expect(texts).not.toContain('</archive gaps:');
    expect(texts).not.toContain('</ingest');
  });

  it('tells of digests those who manage the server', () => {
    const texts = textsOf(renderHelp({ ...options, managers: false, language })).join('\n');
    expect(texts).toContain('</ingest');
    expect(texts).not.toContain('</digest');
  });
});
