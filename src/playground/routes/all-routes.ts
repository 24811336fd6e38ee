import type { Parts } from '../parts.ts';
import type { Route } from '../rest/route.ts';
import { applicationRoutes } from './application.ts';
import { callbackRoute } from './callback.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { messageRoutes } from './messages.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

export function allRoutes(parts: Parts): Route[] {
  return [
    ...applicationRoutes(parts),
    ...commandRoutes(parts),
    ...guildRoutes(parts),
    ...channelRoutes(parts),
    ...messageRoutes(parts),
    ...threadRoutes(parts),
    callbackRoute(parts),
    ...webhookRoutes(parts),
  ];
}
