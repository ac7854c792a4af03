import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a text as a page, or whatever a function does. */
export type Route = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A server on loopback for tests. */
export interface Web {
  /** `http://127.0.0.1:port` */
  readonly at: string;
  readonly port: number;
  readonly routes: Record<string, Route>;
  /** Paths that were asked for, in their order. */
  readonly asked: string[];
  /** The most connections that were open at once. */
  most(): number;
  close(): Promise<void>;
}

/** Paths that no route names answer 404. */
export async function web(routes: Record<string, Route> = {}): Promise<Web> {
  const asked: string[] = [];
  let [open, most] = [0, 0];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const route = routes[request.url ?? ''];
    if (route === undefined) response.writeHead(404).end('Not here.');
    else if (typeof route === 'string') response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(route);
    else route(request, response);
  });
  server.on('connection', (socket) => {
    most = Math.max(most, ++open);
    socket.on('close', () => open--);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { at: `http://127.0.0.1:${port}`, port, routes, asked, most: () => most, close };
}
