import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, type Server, serverOf } from './server.ts';

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.setTimeout(500, () => resolve(false));
  }).finally(() => undefined) as Promise<boolean>;

/** A nats-server with JetStream of its own. @param folder for its store, kept over kills */
export async function natsServer(program: string, folder: string): Promise<Server> {
  const port = await freePort();
  const args = ['-js', '-sd', join(folder, 'jetstream'), '-a', '127.0.0.1', '-p', String(port)];
  const server = serverOf(`nats://127.0.0.1:${port}`, program, args, { cwd: folder }, () => answers(port));
  await server.start();
  return server;
}
