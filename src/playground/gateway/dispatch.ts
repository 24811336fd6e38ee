/** Sends an event of a guild to the shard that has it, if the bot's intents cover it. */
export type Dispatch = (guildId: string, event: string, data: unknown) => void;
