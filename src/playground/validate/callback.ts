import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { choiceListProblems } from './choices.ts';
import { validateMessage } from './message.ts';
import type { MessageContext } from './message.ts';
import { validateModal } from './modal.ts';
import { notAllowed, problem, required } from './problem.ts';
import type { ValidationProblem } from './problem.ts';
import { isFields } from './shape.ts';

const TYPES = [
  InteractionResponseType.Pong,
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.DeferredChannelMessageWithSource,
  InteractionResponseType.DeferredMessageUpdate,
  InteractionResponseType.UpdateMessage,
  InteractionResponseType.ApplicationCommandAutocompleteResult,
  InteractionResponseType.Modal,
] as const;

type Type = (typeof TYPES)[number];

const DATALESS: readonly Type[] = [
  InteractionResponseType.Pong,
  InteractionResponseType.DeferredChannelMessageWithSource,
  InteractionResponseType.DeferredMessageUpdate,
];

/**
 * Every way in which `body` is not an interaction response that Discord accepts.
 * @param context of the message it makes or changes.
 */
export function validateCallback(
  body: unknown,
  context: MessageContext = {},
): readonly ValidationProblem[] {
  if (!isFields(body)) {
    return [problem([], 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  }
  const type = TYPES.find((each) => each === body['type']);
  if (body['type'] === undefined) return [required(['type'])];
  if (type === undefined) {
    return [
      problem(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${[...TYPES].join(', ')}}.`),
    ];
  }
  const data = body['data'] ?? undefined;
  if (data === undefined && !DATALESS.includes(type)) return [required(['data'])];
  return dataProblems(type, data, context).map((inner) => ({
    ...inner,
    // A code of the whole body stays one of the whole body.
    path: inner.path.length === 0 && /^\d+$/.test(inner.code) ? [] : ['data', ...inner.path],
  }));
}

function dataProblems(
  type: Type,
  data: unknown,
  context: MessageContext,
): readonly ValidationProblem[] {
  switch (type) {
    case InteractionResponseType.Pong:
      return [];
    case InteractionResponseType.ChannelMessageWithSource:
      return validateMessage(data, 'callback', context);
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return deferralProblems(data, MessageFlags.Ephemeral);
    case InteractionResponseType.DeferredMessageUpdate:
      return deferralProblems(data, 0);
    case InteractionResponseType.UpdateMessage:
      return validateMessage(data, 'edit', context);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return choiceListProblems(data);
    case InteractionResponseType.Modal:
      return validateModal(data);
  }
}

/** A deferral says nothing but whether the message will be ephemeral. */
function deferralProblems(data: unknown, flags: number): readonly ValidationProblem[] {
  if (data === undefined) return [];
  if (!isFields(data)) {
    return [problem([], 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
  }
  return Object.entries(data).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    if (name !== 'flags') return [notAllowed([name], 'A deferral cannot have this field')];
    if (typeof value !== 'number') {
      return [problem([name], 'NUMBER_TYPE_COERCE', 'Value is not int.')];
    }
    if ((value & ~flags) === 0) return [];
    return [problem([name], 'BASE_TYPE_CHOICES', `Only the flags ${flags} can be set here.`)];
  });
}
