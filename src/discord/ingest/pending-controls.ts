import type { UserError } from '../../errors.ts';
import type { GuildArchive, IngestReceipt, PendingIngest } from '../../guild/guild-archive.ts';
import { MODERATOR } from '../archive/moderator.ts';
import type { Caller, ComponentHandler, MessageReply } from '../command.ts';
import { container, text } from '../components.ts';
import { ACTIONS } from '../render/ingest/actions.ts';
import { COLOURS } from '../render/ingest/colours.ts';
import { editModal } from '../render/ingest/modal.ts';
import { renderPending, renderPendingArticle } from '../render/ingest/preview.ts';
import { renderIngestProgress } from '../render/ingest/progress.ts';
import { renderReceipt, renderUndo } from '../render/ingest/receipt.ts';
import { ingestTexts } from '../texts/ingest/index.ts';
import { WordedError } from '../worded-error.ts';

/** Up to so many articles are added before a bar would say anything. */
const FEW_ARTICLES = 10;
/** Near-duplicates a receipt can name. */
const NEAR_DUPLICATES_SHOWN = 5;

/** Everything under a preview and a receipt. Any moderator of the guild may use it. */
export const pendingControls: readonly ComponentHandler[] = [
  {
    action: ACTIONS.add,
    place: 'update',
    permission: MODERATOR,
    run: async (_, [id = ''], caller) => add(id, caller),
  },
  {
    action: ACTIONS.cancel,
    place: 'update',
    permission: MODERATOR,
    run: async (_, [id = ''], caller) => {
      const archive = await caller.archive();
      if (!archive.cancel(id)) return receiptOrGone(archive, id, caller);
      const { cancelled } = ingestTexts[caller.language];
      return { components: [container([text(cancelled)], COLOURS.same)] };
    },
  },
  {
    action: ACTIONS.page,
    place: 'update',
    permission: MODERATOR,
    run: (_, [id = '', page], caller) =>
      shown(id, caller, (pending) =>
        renderPending(pending, caller.language, { page: position(page) }),
      ),
  },
  {
    action: ACTIONS.show,
    place: 'update',
    permission: MODERATOR,
    run: (_, [id = '', at], caller) =>
      shown(id, caller, (pending) => renderPendingArticle(pending, position(at), caller.language)),
  },
  {
    action: ACTIONS.pick,
    place: 'update',
    permission: MODERATOR,
    run: (interaction, [id = ''], caller) => {
      const at = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
      return shown(id, caller, (pending) =>
        renderPendingArticle(pending, position(at), caller.language),
      );
    },
  },
  {
    action: ACTIONS.edit,
    place: 'modal',
    permission: MODERATOR,
    run: async (_, [id = '', at], caller) => {
      const archive = await caller.archive();
      const pending = await archive.pending(id);
      const article = pending?.articles[position(at)];
      if (article === undefined) throw gone(caller);
      return editModal(id, position(at), article, caller.language);
    },
  },
  {
    action: ACTIONS.undo,
    place: 'update',
    permission: MODERATOR,
    run: async (_, [id = ''], caller) => {
      const archive = await caller.archive();
      const receipt = archive.receipt(id);
      if (receipt === null) throw gone(caller);
      if (receipt.undone) return renderReceipt(receipt, caller.language);
      return renderUndo(await archive.undo(id, caller.userId), caller.language);
    },
  },
];

/** Adds what is pending, or shows what adding it has done: the button may be pressed twice. */
async function add(id: string, caller: Caller): Promise<MessageReply> {
  const { language, userId, signal } = caller;
  const archive = await caller.archive();
  const pending = await archive.pending(id);
  if (pending === null) return receiptOrGone(archive, id, caller);
  const isLong = pending.articles.length > FEW_ARTICLES;
  const receipt = await archive.commit(id, {
    by: userId,
    signal,
    onProgress: (done, total) => {
      if (isLong) caller.progress(renderIngestProgress(language, 'adding', done, total));
    },
  });
  return renderReceipt(receipt, language, nearDuplicatesOf(pending, receipt));
}

function nearDuplicatesOf({ articles }: PendingIngest, { added, revised }: IngestReceipt) {
  if (added.length + revised.length === 0) return [];
  return articles
    .filter(({ status }) => status !== 'same')
    .flatMap(({ nearDuplicates }) => nearDuplicates)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, NEAR_DUPLICATES_SHOWN);
}

async function shown(
  id: string,
  caller: Caller,
  render: (pending: PendingIngest) => MessageReply,
): Promise<MessageReply> {
  const archive = await caller.archive();
  const pending = await archive.pending(id);
  return pending === null ? receiptOrGone(archive, id, caller) : render(pending);
}

/** @throws {UserError} when there is no receipt either. */
function receiptOrGone(archive: GuildArchive, id: string, caller: Caller): MessageReply {
  const receipt = archive.receipt(id);
  if (receipt === null) throw gone(caller);
  return renderReceipt(receipt, caller.language);
}

/** Added, discarded, expired, of another guild, or never there. */
export function gone({ language, mention }: Caller): UserError {
  return new WordedError(ingestTexts[language].gone(mention('ingest text')));
}

/** A position or page in a custom id; 0 for a forged one. */
export function position(arg: string | undefined): number {
  return arg !== undefined && /^\d{1,6}$/.test(arg) ? Number(arg) : 0;
}
