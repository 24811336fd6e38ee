/** What stands at the beginning of the custom ids of a digest's buttons; `commands/digest.ts` carries it out. */
export const DIGEST_ACTIONS = {
  /** `<runId>:<part>`. Every part has it: a message is recognised by it. */
  ask: 'dask',
  /** `<digestId>:<runId>`. */
  mute: 'dmute',
} as const;
