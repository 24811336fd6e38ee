import type { Caller, MessageReply } from '../command.ts';
import { pageNumber } from '../page-number.ts';
import { COMMAND_ACTIONS } from '../render/digest/command-actions.ts';
import { OVERVIEW_PAGE, renderOverview } from '../render/digest/overview.ts';
import { editorsOwnMessageHandler } from './own-message.ts';

/** The page at `offset`, or the last one when there are fewer digests now. */
export async function runList(offset: number, caller: Caller): Promise<MessageReply> {
  const { mention, language } = caller;
  const digests = (await caller.archive()).digests.list();
  const lastPage = Math.floor(Math.max(0, digests.length - 1) / OVERVIEW_PAGE) * OVERVIEW_PAGE;
  return renderOverview({ digests, offset: Math.min(offset, lastPage), mention, language });
}

/** ◀ ▶ under a list. */
export const listComponents = [
  editorsOwnMessageHandler(COMMAND_ACTIONS.list, (_, [offset], caller) =>
    runList(pageNumber(offset), caller),
  ),
];
