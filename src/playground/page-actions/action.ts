import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { z } from 'zod';
import { InteractionFailedError } from '../person/person.ts';
import type { Upload } from '../messages/uploads.ts';
import type { PageOptions } from '../page-options.ts';
import type { ActionPlace, ActionResult } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { LocalPerson } from '../person/local-person.ts';
import { RefusedError } from '../person/refused-error.ts';
import { ApiError } from '../rest/api-error.ts';
import type { Body } from '../rest/body.ts';
import { nearestLocale } from '../world/locale.ts';
import { channelPermissions, has } from '../world/permissions.ts';
import { playedPeople, shownGuild } from '../page-server/people.ts';

/** Does what a page asks for. @throws {ApiError} for a body that no page sends. */
export type Action = (parts: Parts, options: PageOptions, body: Body) => Promise<ActionResult>;

export interface ActionContext {
  readonly parts: Parts;
  readonly options: PageOptions;
  readonly person: LocalPerson;
  readonly uploads: readonly Upload[];
}

/**
 * @param run throws `RefusedError` for what the person's client does not send.
 * @param failure what Discord's client says when the bot does not answer in time
 */
export function action<Wanted extends ActionPlace>(
  schema: z.ZodType<Wanted>,
  run: (context: ActionContext, wanted: Wanted) => ActionResult | Promise<ActionResult>,
  failure = 'The application did not respond',
): Action {
  return async (parts, options, { json, uploads }) => {
    const wanted = schema.safeParse(json);
    if (!wanted.success) throw malformed(wanted.error);
    try {
      const person = personAt(parts, options, wanted.data);
      return await run({ parts, options, person, uploads }, wanted.data);
    } catch (error) {
      if (error instanceof InteractionFailedError) return { outcome: 'failed', reason: failure };
      if (error instanceof RefusedError) return { outcome: 'refused', reason: error.message };
      throw error;
    }
  };
}

function malformed({ issues: [issue] }: z.ZodError): ApiError {
  const where = issue?.path.map(String).join('.') ?? '';
  const problem = `${where === '' ? 'the body' : where}: ${issue?.message ?? ''}`;
  return new ApiError(400, { code: 0, message: `The request is malformed at ${problem}.` });
}

/** @throws {RefusedError} for whom the page does not act as, and for a channel they do not see. */
function personAt(
  parts: Parts,
  options: PageOptions,
  { person: id, channel: channelId, locale }: ActionPlace,
): LocalPerson {
  const guild = shownGuild(parts, options);
  if (guild === null || !playedPeople(guild, options).includes(id)) {
    throw new RefusedError('This person is not here any more.');
  }
  const channel = guild.channels.get(channelId);
  if (channel === undefined) throw new RefusedError('This channel is not there any more.');
  if (!has(channelPermissions(parts.state, channel, id), PermissionFlagsBits.ViewChannel)) {
    throw new RefusedError('You do not have permission to view this channel.');
  }
  const person = new LocalPerson(parts, id, channelId);
  person.locale = nearestLocale(locale);
  return person;
}
