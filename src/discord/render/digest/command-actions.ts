/** Beginnings of the custom ids of what `/digest` replies. Behind them: a digest's id, then what its handler says. */
export const COMMAND_ACTIONS = {
  list: 'digest-list',
  preview: 'digest-preview',
  /** Takes back what was just scheduled. */
  undo: 'digest-undo',
  remove: 'digest-remove',
  keep: 'digest-keep',
  /** The select of sections: `<digestId>:<runId>:<page>`. */
  muted: 'digest-muted',
  /** Another page of it. */
  mutePage: 'digest-mute-page',
  /** The modal of a question: `<runId>`. */
  question: 'digest-question',
} as const;

/** Custom id of the modal's input. */
export const QUESTION_INPUT = 'question';
