import type { ComponentHandler } from '../command.ts';
import { ownMessageHandler, type OwnMessageHandler } from '../own-message.ts';
import { dispatchTexts } from '../texts/dispatch/index.ts';
import { DIGEST_EDITOR } from './editor.ts';

/** What changes the message it stands on, for those who may schedule digests. */
export function editorsOwnMessageHandler(
  action: string,
  run: OwnMessageHandler['run'],
): ComponentHandler {
  const refusal: OwnMessageHandler['refusal'] = (language) =>
    dispatchTexts[language].unknownControl;
  return ownMessageHandler({ action, permission: DIGEST_EDITOR, refusal, run });
}
