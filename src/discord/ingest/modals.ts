import type { Clock } from '../../clock.ts';
import { UserError } from '../../errors.ts';
import { MODERATOR } from '../archive/moderator.ts';
import type { Caller, MessageReply, ModalHandler } from '../command.ts';
import { ACTIONS } from '../render/ingest/actions.ts';
import { renderPendingArticle } from '../render/ingest/preview.ts';
import { gone, position } from './pending-controls.ts';
import { prepareTyped, returnTyped } from './prepare.ts';
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
      run: async (interaction, [id = '', at], caller) => {
        const typed = readTyped(interaction);
        try {
          return await edit(id, position(at), typed, caller, clock.now());
        } catch (error) {
          // A refused text would otherwise be gone with its window.
          if (error instanceof UserError && typed.body !== null) {
            return returnTyped(error, typed, caller);
          }
          throw error;
        }
      },
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
  if (pending === null || article === undefined) throw gone(caller);
  const { fields, problems } = typedChanges(typed, article.draft, { language, today });
  const isChanged = Object.keys(fields).length > 0;
  const edited = isChanged ? await archive.edit(id, at, fields) : pending;
  if (edited === null) throw gone(caller);
  return renderPendingArticle(edited, at, language, { problems });
}
