/** Numbers Discord chose. Source: Discord's documentation of messages, components and interactions. */

/** Characters of a custom id. */
export const CUSTOM_ID_LENGTH = 100;
/** Characters over all text displays of a message. */
export const TEXT_LENGTH = 4_000;
/** Components of a message, those inside others included. */
export const COMPONENTS = 40;
/** Choices of an autocompletion, and options of a select. */
export const CHOICES = 25;
/** Characters of a choice's name and of its value. */
export const CHOICE_LENGTH = 100;
/** Characters a text input holds. */
export const TEXT_INPUT_LENGTH = 4_000;
/** Milliseconds until an interaction without a response fails. */
export const FIRST_RESPONSE_MS = 3_000;
/** Milliseconds an interaction's token lives. */
export const TOKEN_LIFE_MS = 15 * 60_000;
/** Files of a message. */
export const FILES = 10;
/** Bytes of a whole request that sends a message; one file may be larger where the guild's upload limit is. */
export const REQUEST_BYTES = 25 * 1024 * 1024;
