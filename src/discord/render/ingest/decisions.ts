import type { PendingIngest } from '../../../guild/guild-archive.ts';
import { button, row } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import type { Language } from '../../texts/language.ts';
import { ACTIONS } from './actions.ts';

/** Which article the edit button is for, and whether the person was told of a mistake in it. */
interface Editing {
  readonly at: number;
  readonly again: boolean;
}

/** Add, edit (where one article is shown) and cancel. Add cannot be pressed when everything is there already. */
export function decisions(
  { id, articles }: PendingIngest,
  language: Language,
  editing: Editing | null,
): ReturnType<typeof row> {
  const { buttons } = ingestTexts[language];
  const adding = articles.filter(({ status }) => status !== 'same').length;
  const add = articles.length === 1 ? 1 : adding;
  return row(
    button(customId(ACTIONS.add, id), buttons.add(add), {
      style: 'success',
      disabled: adding === 0,
    }),
    ...(editing === null ? [] : [editButton(id, editing, language)]),
    button(customId(ACTIONS.cancel, id), buttons.cancel, { style: 'danger' }),
  );
}

function editButton(id: string, { at, again }: Editing, language: Language) {
  const { buttons } = ingestTexts[language];
  return again
    ? button(customId(ACTIONS.edit, id, at), buttons.tryAgain, { style: 'primary' })
    : button(customId(ACTIONS.edit, id, at), buttons.edit);
}
