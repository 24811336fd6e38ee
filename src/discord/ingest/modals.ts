import type { Clock } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import { MODERATOR } from '../archive/moderator.ts';
import type { Caller, MessageReply, ModalHandler } from '../command.ts';
import { ACTIONS } from '../render/ingest/actions.ts';
import { renderPendingArticle } from '../render/ingest/preview.ts';
import { describeUserError } from '../texts/errors/index.ts';
import { gone, position } from './pending-controls.ts';
import { prepareTyped, returnTyped, withTyped } from './prepare.ts';
import { readTyped, typedChanges, type TypedArticle } from './typed-article.ts';

/** The modal of a new text, from `/ingest text` or a gap's button, and the one that edits a pending article. */
export function ingestModals({ clock }: { readonly clock: Clock }): readonly ModalHandler[] {
  return [
    {
      action: ACTIONS.text,
      place: 'private',
      permission: MODERATOR,
      run: (interaction, _, caller) => prepareTyped(readTyped(interaction), caller, clock.now()),
    },
    {
      action: ACTIONS.edited,
      place: 'update',
      permission: MODERATOR,
      run: (interaction, [id = '', at], caller) =>
        edit(id, position(at), readTyped(interaction), caller, clock.now()),
    },
  ];
}

async function edit(
  id: string,
  at: number,
  typed: TypedArticle,
  caller: Caller,
  today: Date,
): Promise<MessageReply> {
  const { language } = caller;
  const archive = await caller.archive();
  const pending = await archive.pending(id);
  const article = pending?.articles[at];
  if (pending === null || article === undefined) return lost(gone(caller), typed, caller);
  const { fields, problems } = typedChanges(typed, article.draft, { language, today });
  try {
    const isChanged = Object.keys(fields).length > 0;
    const edited = isChanged ? await archive.edit(id, at, fields) : pending;
    if (edited === null) return lost(gone(caller), typed, caller);
    return renderPendingArticle(edited, at, language, { problems });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const refused = [...problems, describeUserError(error, language)];
    const reply = renderPendingArticle(pending, at, language, { problems: refused });
    return typed.body === null ? reply : withTyped(reply, typed, caller);
  }
}

/** A text would be gone with its window. @throws `error` when there was none. */
function lost(error: UserError, typed: TypedArticle, caller: Caller): MessageReply {
  if (typed.body === null) throw error;
  return returnTyped(error, typed, caller);
}
