import type { InputFailure } from '../../../guild/guild-archive.ts';
import { container, text } from '../../components.ts';
import { TEXT_LENGTH } from '../../limits.ts';
import { bold, literalLine } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import { readerWording } from '../../texts/ingest/reader-wording.ts';
import type { Language } from '../../texts/language.ts';
import { COLOURS } from './colours.ts';
import { linesWithin } from './lines-within.ts';

const INPUT_LENGTH = 120;
const REASON_LENGTH = 350;

/** What could not be taken in, and why; empty without failures. @param room characters of the result. */
export function failureLines(
  failures: readonly InputFailure[],
  language: Language,
  room: number,
): string {
  if (failures.length === 0) return '';
  const texts = ingestTexts[language];
  const title = `⚠️ ${bold(texts.failures.title(failures.length))}`;
  const lines = failures.map(({ input, line, reason }) => {
    const place = line === null ? '' : ` (${texts.failures.line(line)})`;
    const wording = literalLine(readerWording(reason, language), REASON_LENGTH);
    return `- ${literalLine(input, INPUT_LENGTH)}${place}: ${wording}`;
  });
  const more = (count: number): string => `- ${texts.preview.more(count)}`;
  return `${title}\n${linesWithin(lines, room - title.length - 1, more)}`;
}

/** The whole reply when nothing could be taken in. */
export function renderNothing(failures: readonly InputFailure[], language: Language): MessageReply {
  const title = `### ${ingestTexts[language].failures.nothing}`;
  const lines = failureLines(failures, language, TEXT_LENGTH - title.length - RESERVE);
  const parts = lines === '' ? [title] : [title, lines];
  return {
    components: [
      container(
        parts.map((part) => text(part)),
        COLOURS.failure,
      ),
    ],
  };
}

/** For what others put below it. */
const RESERVE = 500;
