import { connect, createServer, type Socket } from 'node:net';

/** A line between two that can be cut. */
export interface Line {
  readonly port: number;
  /** Cuts it: at once, or silently, as when a cable is pulled: both ends wait for words that do not come. */
  cut(how: 'reset' | 'silent'): void;
  mend(): void;
  close(): Promise<void>;
}

export async function proxyTo(port: number): Promise<Line> {
  let state: 'open' | 'reset' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = createServer((here) => {
    sockets.add(here);
    here.on('error', () => undefined);
    if (state === 'reset') {
      here.destroy();
      return;
    }
    if (state === 'silent') return;
    const there = connect(port, '127.0.0.1');
    sockets.add(there);
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      from.on('data', (chunk) => state === 'open' && to.write(chunk));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (state !== 'silent') to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    cut(how) {
      state = how;
      if (how === 'reset') drop();
    },
    mend() {
      // What was said meanwhile is lost: the old connections are of no use.
      drop();
      state = 'open';
    },
    async close() {
      drop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
