/** Beginnings of the custom ids of buttons, selects and modals. Behind them: a pending ingest's id, then a position or page. */
export const ACTIONS = {
  add: 'ingest-add',
  edit: 'ingest-edit',
  cancel: 'ingest-cancel',
  page: 'ingest-page',
  show: 'ingest-show',
  pick: 'ingest-pick',
  undo: 'ingest-undo',
  /** The modal of a new text. */
  text: 'ingest-text',
  /** The modal of a prepared article. */
  edited: 'ingest-edited',
} as const;

/** Custom ids of the modals' inputs. */
export const INPUTS = {
  headline: 'headline',
  date: 'date',
  section: 'section',
  link: 'link',
  body: 'body',
} as const;
