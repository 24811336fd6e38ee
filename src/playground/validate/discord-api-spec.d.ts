/** The package brings no types for its schemas. Null stands for "absent" in all of them. */
declare module 'discord-api-spec/zod' {
  import type {
    APIModalInteractionResponseCallbackData,
    RESTPatchAPIChannelMessageJSONBody,
    RESTPostAPIApplicationCommandsJSONBody,
    RESTPostAPIChannelMessageJSONBody,
    RESTPostAPIWebhookWithTokenJSONBody,
  } from 'discord-api-types/v10';
  import type { $ZodType } from 'zod/v4/core';

  export const MessageCreateRequestSchema: $ZodType<RESTPostAPIChannelMessageJSONBody>;
  export const MessageEditRequestPartialSchema: $ZodType<RESTPatchAPIChannelMessageJSONBody>;
  export const IncomingWebhookRequestPartialSchema: $ZodType<RESTPostAPIWebhookWithTokenJSONBody>;
  export const IncomingWebhookInteractionRequestSchema: $ZodType<RESTPostAPIWebhookWithTokenJSONBody>;
  export const ModalInteractionCallbackRequestDataSchema: $ZodType<APIModalInteractionResponseCallbackData>;
  export const ApplicationCommandUpdateRequestSchema: $ZodType<RESTPostAPIApplicationCommandsJSONBody>;
}
