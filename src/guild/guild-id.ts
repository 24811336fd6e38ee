const SNOWFLAKE = /^\d{17,20}$/;

/** Does it look like one of Discord's ids? Nothing else is a guild's scope. */
export function isGuildId(text: string): boolean {
  return SNOWFLAKE.test(text);
}
