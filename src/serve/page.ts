import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** A name that is a file's and nothing else: no folders, no dots in front. */
const plain = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;

async function file(path: string, cache: string): Promise<Response | null> {
  const type = types[extname(path)];
  if (type === undefined) return null;
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'Content-Type': type, 'Cache-Control': cache } });
  } catch {
    return null;
  }
}

/**
 * The page's built files: `index.html` at `/` and for every address of a view, files whose name changes with their content under `/assets/`.
 * @param folder where the page was built
 */
export function page(folder: string): Hono {
  const app = new Hono();
  app.get('/assets/:name', async (context) => {
    const name = context.req.param('name');
    const found = plain.test(name) ? await file(join(folder, 'assets', name), 'public, max-age=31536000, immutable') : null;
    return found ?? context.notFound();
  });
  app.get('/', async (context) => (await file(join(folder, 'index.html'), 'no-cache')) ?? context.notFound());
  app.get('/:name', async (context) => {
    const name = context.req.param('name');
    const found = plain.test(name) && name.includes('.') ? await file(join(folder, name), 'no-cache') : null;
    return found ?? context.notFound();
  });
  return app;
}
