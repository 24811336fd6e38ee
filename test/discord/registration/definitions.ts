import fc from 'fast-check';
import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord.js';
import type { Definition } from '../../../src/discord/registration/normalise.ts';
import { validateCommands } from '../../../src/playground/validate/validate.ts';

/** Any list of commands that Discord accepts. */
export function anyDefinitions(): fc.Arbitrary<readonly Definition[]> {
  return fc
    .array(fc.oneof(anyChatCommand(), anyMenuCommand()), { maxLength: 4 })
    .filter((definitions) => validateCommands(definitions).length === 0);
}

const word = fc.stringMatching(/^[a-zäß0-9_-]{1,8}$/);
const sentence = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const locale = fc.constantFrom('de', 'fr', 'es-ES', 'es-419');

function localised(text: fc.Arbitrary<string>) {
  return optional(fc.option(fc.dictionary(locale, text, { maxKeys: 2 })));
}

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

function worded() {
  return {
    name: word,
    name_localizations: localised(word),
    description: sentence,
    description_localizations: localised(sentence),
  };
}

/** The fields of the definitions, in which null and absent mean the same. */
const general = {
  default_member_permissions: optional(
    fc.option(fc.constantFrom('0', '8', '8192', '18014398509481983')),
  ),
  nsfw: optional(fc.boolean()),
  contexts: optional(fc.option(fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 }))),
  integration_types: optional(fc.uniqueArray(fc.constantFrom(0, 1), { minLength: 1 })),
};

function anyMenuCommand(): fc.Arbitrary<Definition> {
  return fc.record({
    ...general,
    type: fc.constantFrom(ApplicationCommandType.User, ApplicationCommandType.Message),
    name: fc.stringMatching(/^[A-Za-z][a-z A-Z]{0,9}[a-z]$/),
  }) as fc.Arbitrary<Definition>;
}

function anyChatCommand(): fc.Arbitrary<Definition> {
  return fc.record({
    ...general,
    ...worded(),
    type: optional(fc.constant(ApplicationCommandType.ChatInput)),
    options: optional(fc.oneof(anyOptions(), anySubcommands())),
  }) as fc.Arbitrary<Definition>;
}

function anyOptions(): fc.Arbitrary<APIApplicationCommandBasicOption[]> {
  const base = { ...worded(), required: optional(fc.boolean()) };
  const choice = fc.record({
    name: sentence,
    name_localizations: localised(sentence),
    value: word,
  });
  const options = fc.uniqueArray(
    fc.oneof(
      fc.record({
        ...base,
        type: fc.constantFrom(
          Type.Boolean,
          Type.User,
          Type.Role,
          Type.Mentionable,
          Type.Attachment,
        ),
      }),
      fc.record({
        ...base,
        type: fc.constant(Type.String),
        choices: optional(fc.array(choice, { maxLength: 3 })),
        min_length: optional(fc.nat(10)),
        max_length: optional(fc.integer({ min: 10, max: 6_000 })),
      }),
      fc.record({
        ...base,
        type: fc.constantFrom(Type.Integer, Type.Number),
        autocomplete: optional(fc.boolean()),
        min_value: optional(fc.integer({ min: -5, max: 0 })),
        max_value: optional(fc.nat(9)),
      }),
      fc.record({
        ...base,
        type: fc.constant(Type.Channel),
        channel_types: optional(fc.uniqueArray(fc.constantFrom(0, 5, 15))),
      }),
    ),
    { selector: ({ name }) => name, maxLength: 4 },
  ) as fc.Arbitrary<APIApplicationCommandBasicOption[]>;
  const rank = ({ required }: { readonly required?: boolean }) => (required ? 0 : 1);
  return options.map((each) => [...each].sort((a, b) => rank(a) - rank(b)));
}

function anySubcommands(): fc.Arbitrary<APIApplicationCommandOption[]> {
  const subcommand = fc.record({
    ...worded(),
    type: fc.constant(Type.Subcommand),
    options: optional(anyOptions()),
  });
  const unique = { selector: ({ name }: { readonly name: string }) => name, maxLength: 3 };
  const group = fc.record({
    ...worded(),
    type: fc.constant(Type.SubcommandGroup),
    options: fc.uniqueArray(subcommand, { ...unique, minLength: 1 }),
  });
  return fc.uniqueArray(fc.oneof(subcommand, group), unique) as fc.Arbitrary<
    APIApplicationCommandOption[]
  >;
}
