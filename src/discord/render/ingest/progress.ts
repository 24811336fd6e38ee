import { container, text } from '../../components.ts';
import { bold } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import type { IngestTexts } from '../../texts/ingest/ingest-texts.ts';
import type { Language } from '../../texts/language.ts';
import { COLOURS } from './colours.ts';

export type Stage = Exclude<keyof IngestTexts['progress'], 'done'>;

const BLOCKS = 20;

/** How far long work is. @param total nothing is known of it when it is 0. */
export function renderIngestProgress(
  language: Language,
  stage: Stage,
  done: number,
  total: number,
): MessageReply {
  const texts = ingestTexts[language].progress;
  const bar = total === 0 ? '' : `\n${progressBar(done, total)} ${texts.done(done, total)}`;
  return { components: [container([text(`${bold(texts[stage])} …${bar}`)], COLOURS.same)] };
}

/** `▰▰▰▱▱`: full only when everything is done. */
export function progressBar(done: number, total: number): string {
  const full = Math.max(0, Math.min(BLOCKS, Math.floor((done / total) * BLOCKS)));
  return '▰'.repeat(full) + '▱'.repeat(BLOCKS - full);
}
