import { z } from 'zod';
import type { ActionName, ActionPlace, PageActions } from '../page-protocol.ts';

/** Characters of an id, a command's name or a custom id; each of Discord's is shorter. */
const short = z.string().max(200);
/** Characters of anything else; the client refuses what Discord would. */
const long = z.string().max(100_000);
/** Choices of one select, files of one message: Discord has fewer. */
const MOST_VALUES = 100;

const place = { person: short, channel: short, locale: short };
const fileNumber = z.int().nonnegative();
const plainOption = z.union([long, z.number(), z.boolean()]);
const option = z.union([plainOption, z.object({ file: fileNumber })]);
const files = z.array(fileNumber).max(MOST_VALUES).readonly();
const chosen = z.array(short).max(MOST_VALUES).readonly();
const formValue = z.union([long, chosen, z.object({ files })]);

/** What the page sends, by action. */
export const BODIES = {
  slash: z.object({
    ...place,
    command: short,
    options: z.record(short, option),
  }),
  complete: z.object({
    ...place,
    command: short,
    options: z.record(short, plainOption),
    focused: short,
  }),
  click: z.object({ ...place, message: short, customId: short }),
  select: z.object({ ...place, message: short, customId: short, values: chosen }),
  'use-on-message': z.object({ ...place, command: short, message: short }),
  submit: z.object({
    ...place,
    interaction: short,
    values: z.record(short, formValue),
  }),
  post: z.object({ ...place, content: long, files }),
  dismiss: z.object({ ...place, message: short }),
  advance: z.object(place),
} satisfies { readonly [Name in ActionName]: z.ZodType<ActionPlace & PageActions[Name]> };
