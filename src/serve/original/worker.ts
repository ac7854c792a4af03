import { parentPort } from 'node:worker_threads';
import type { SavedPage } from '../services.ts';
import { litPage } from './lit-page.ts';

// A thread of its own for foreign pages: however long one takes to parse, the server answers.
const port = parentPort;
if (port === null) throw new Error('serve/original/worker.ts runs only as a worker thread.');
port.on('message', ({ id, page }: { readonly id: number; readonly page: SavedPage }) => {
  port.postMessage({ id, lit: litPage(page) });
});
