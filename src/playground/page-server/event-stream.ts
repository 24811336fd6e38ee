import type { ServerResponse } from 'node:http';
import type { PageOptions } from '../page-options.ts';
import type { PageEvents } from '../page-protocol.ts';
import type { Parts } from '../parts.ts';
import { guildView } from './guild-view.ts';
import { MessageViews } from './message-views.ts';

/**
 * Tells a page what it shows: everything at first, then what changes.
 * @returns a function that ends it.
 */
export function openEventStream(
  parts: Parts,
  options: PageOptions,
  personId: string,
  response: ServerResponse,
): () => void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const messages = new MessageViews(parts, personId);
  let lastGuild = '';
  let isWaiting = false;
  const send = <Name extends keyof PageEvents>(name: Name, data: PageEvents[Name]): void => {
    response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const flush = (): void => {
    isWaiting = false;
    const view = guildView(parts, options, personId);
    if (view === null) return;
    const { now: _, ...time } = view.time;
    const identity = JSON.stringify({ ...view, time });
    if (identity !== lastGuild) send('guild', view);
    lastGuild = identity;
    const change = messages.take(view.guild.id);
    if (change !== null) send('messages', change);
  };
  // Many changes of one turn are sent once.
  const stop = parts.watch.listen(() => {
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(flush);
  });
  flush();
  return () => {
    stop();
    response.end();
  };
}
