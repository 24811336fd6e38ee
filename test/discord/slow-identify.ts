import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const gatewayInformation = z.looseObject({ session_start_limit: z.looseObject({}) });

/**
 * The API at `apiUrl`, but that its shards may only connect one after the other, 5 s apart, as Discord wants it of bots that
 * are not very large. Gives the address.
 */
export async function startSlowIdentify(apiUrl: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    const { method, url = '' } = incoming;
    const target = new URL(url, apiUrl);
    const headers = { ...incoming.headers, host: target.host };
    const forwarded = request(target, { method, headers }, (response) => {
      void answer(response);
    });
    const answer = async (response: IncomingMessage): Promise<void> => {
      const { statusCode = 500, headers: answered } = response;
      if (!url.endsWith('/gateway/bot') || statusCode !== 200) {
        outgoing.writeHead(statusCode, answered);
        response.pipe(outgoing);
        return;
      }
      const information = gatewayInformation.parse(JSON.parse(await text(response)));
      const limit = { ...information.session_start_limit, max_concurrency: 1 };
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end(JSON.stringify({ ...information, session_start_limit: limit }));
    };
    incoming.pipe(forwarded);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}
