import type { Config } from '../../config.ts';
import { container, separator, text } from '../components.ts';
import { bold, small } from '../markdown/literal.ts';
import type { MessageReply } from '../reply.ts';
import { askTexts } from '../texts/ask/index.ts';
import { helpTexts } from '../texts/help/index.ts';
import { ingestTexts } from '../texts/ingest/index.ts';
import type { Language } from '../texts/language.ts';

export interface HelpOptions {
  readonly language: Language;
  /** With the part for moderators. */
  readonly moderators: boolean;
  /** With the part for who manages the server. */
  readonly managers: boolean;
  readonly mention: (command: string) => string;
  readonly config: Pick<Config, 'ANSWER_RETENTION_DAYS' | 'ASK_LOG'>;
}

/** What the bot can do, and what it keeps, on one screen. */
export function renderHelp({
  language,
  moderators,
  managers,
  mention,
  config,
}: HelpOptions): MessageReply {
  const texts = helpTexts[language];
  const everybody = texts.everybodyLines(mention, askTexts[language].names.askMessage);
  const forModerators = texts.moderatorLines(mention, ingestTexts[language].command.message);
  return {
    components: [
      container([
        text(`### ${texts.title}\n${texts.intro}`),
        separator(),
        text(section(texts.everybody, everybody)),
        ...(moderators ? [text(section(texts.moderators, forModerators))] : []),
        ...(managers ? [text(section(texts.managers, texts.managerLines(mention)))] : []),
        separator(),
        text(
          [texts.separate, texts.kept(config.ANSWER_RETENTION_DAYS, config.ASK_LOG)]
            .map(small)
            .join('\n'),
        ),
      ]),
    ],
  };
}

function section(heading: string, lines: readonly string[]): string {
  return [bold(heading), ...lines.map((line) => `- ${line}`)].join('\n');
}
