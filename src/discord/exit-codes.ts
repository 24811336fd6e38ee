/** How an entry point that talks to Discord ends: `process.exitCode`, one for each kind of trouble. */
export const EXIT = {
  done: 0,
  /** Something unforeseen; the message says what. */
  failed: 1,
  /** Settings or arguments are wrong. */
  usage: 2,
  /** `DISCORD_TOKEN` is missing where there is no playground instead, or Discord refuses it. */
  badToken: 3,
  /** The application may not use a gateway intent that the bot asks for. */
  disallowedIntents: 4,
  /** Discord's API cannot be reached. */
  unreachable: 5,
  /** The playground cannot have its port. */
  portUnusable: 6,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
