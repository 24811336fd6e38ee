/**
 * Bodies of Discord's REST API, checked as strictly as Discord does: its published schemas and the documented rules
 * these do not hold. Lengths are counted in UTF-16 units; Discord counts code points, which are never more.
 */
export { validateCallback } from './callback.ts';
export { validateCommand, validateCommands } from './commands.ts';
export { toErrorBody } from './error-body.ts';
export type { ErrorBody } from './error-body.ts';
export { validateMessage } from './message.ts';
export type { MessageContext, MessageKind } from './message.ts';
export { validateModal } from './modal.ts';
export type { ValidationProblem } from './problem.ts';
