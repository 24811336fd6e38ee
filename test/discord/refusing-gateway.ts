import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { WebSocketServer } from 'ws';

/** A Discord whose gateway takes nobody: it closes with `code` whoever identifies. Gives the API's address. */
export async function startRefusingGateway(code: number): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url: gatewayUrl(), shards: 1, session_start_limit: LIMIT }));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    socket.on('message', () => {
      socket.close(code);
    });
  });
  const port = (): number => (server.address() as AddressInfo).port;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port()}`;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    sockets.close();
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${port()}/api`;
}

const LIMIT = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
