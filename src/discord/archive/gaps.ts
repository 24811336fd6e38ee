import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { GAPS_PAGE, renderGaps } from '../render/archive/gaps.ts';
import { ingestTextModal } from '../render/ingest/modal.ts';
import { archiveTexts } from '../texts/archive/index.ts';
import { readOffset } from './list-filter.ts';
import { MODERATOR } from './moderator.ts';
import { WordedError } from '../worded-error.ts';

/** The page at `offset`, or the last one when there are fewer gaps now. */
export async function runGaps(offset: number, caller: Caller): Promise<MessageReply> {
  const archive = await caller.archive();
  const read = (from: number) => archive.gaps({ offset: from, limit: GAPS_PAGE });
  const asked = await read(offset);
  const lastPage = Math.floor(Math.max(0, asked.total - 1) / GAPS_PAGE) * GAPS_PAGE;
  const from = Math.min(offset, lastPage);
  return renderGaps(from === offset ? asked : await read(from), from, caller.language);
}

/** ◀ ▶, and the two buttons of each question. */
export const gapComponents: readonly ComponentHandler[] = [
  {
    action: 'archive-gaps',
    place: 'update',
    permission: MODERATOR,
    run: (_, [offset], caller) => runGaps(readOffset(offset), caller),
  },
  {
    // Says nothing of the question: a modal must open at once, and the archive may not be open yet.
    action: 'archive-gap-add',
    place: 'modal',
    permission: MODERATOR,
    run: (_interaction, _args, { language }) => Promise.resolve(ingestTextModal(language)),
  },
  {
    action: 'archive-gap-done',
    place: 'update',
    permission: MODERATOR,
    run: async (_, [id = '', offset], caller) => {
      const archive = await caller.archive();
      if (!archive.closeGap(id)) throw new WordedError(archiveTexts[caller.language].gaps.gone);
      return runGaps(readOffset(offset), caller);
    },
  },
];
