import type { APIEmbed } from 'discord-api-types/v10';
import { problem, required } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { isBlank } from './strings.ts';

/** Characters over all embeds of a message. */
const ALL_EMBEDS_LENGTH = 6_000;

/** What the schemas do not say of embeds. */
export function embedProblems(
  embeds: readonly APIEmbed[],
  path: Path,
): readonly ValidationProblem[] {
  const length = embeds.reduce((sum, embed) => sum + lengthOf(embed), 0);
  return [
    ...embeds.flatMap((embed, index) => fieldProblems(embed, [...path, index])),
    ...(length > ALL_EMBEDS_LENGTH
      ? [
          problem(
            path,
            'MAX_EMBED_SIZE_EXCEEDED',
            `Embed size exceeds maximum size of ${ALL_EMBEDS_LENGTH}`,
          ),
        ]
      : []),
  ];
}

function fieldProblems({ fields = [] }: APIEmbed, path: Path): readonly ValidationProblem[] {
  return fields.flatMap((field, index) =>
    (['name', 'value'] as const)
      .filter((name) => isBlank(field[name]))
      .map((name) => required([...path, 'fields', index, name])),
  );
}

function lengthOf({ title, description, fields, footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name];
  for (const { name, value } of fields ?? []) texts.push(name, value);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

/** Does the embed show anything? */
export function showsSomething(embed: APIEmbed): boolean {
  const { image, thumbnail, video } = embed;
  return lengthOf(embed) > 0 || [image, thumbnail, video].some((media) => media !== undefined);
}
