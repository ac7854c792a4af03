import { createRoute } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { type ArchiveFormName, archiveForms } from '../../export/archive-forms.ts';
import { z } from '../forms/api.ts';
import { problems } from '../forms/problem.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const names = Object.keys(archiveForms) as [ArchiveFormName, ...ArchiveFormName[]];

const exportRoute = createRoute({
  method: 'get',
  path: '/export',
  summary: 'The whole archive in a form for programs, as a stream; jsonl is all that is kept',
  request: {
    query: z.object({
      to: z.enum(names),
      view: z.enum(['quotations', 'events', 'timeline']).default('quotations').openapi({ description: 'What a table shows' }),
    }),
  },
  responses: {
    200: {
      description: 'The archive',
      content: Object.fromEntries(
        [...new Set(Object.values(archiveForms).map(({ mediaType }) => mediaType.split(';')[0] ?? ''))].map((type) => [
          type,
          { schema: z.string() },
        ]),
      ),
    },
    ...problems,
  },
});

/** Bytes that go out at once: a form gives some hundred a record. */
const CHUNK = 65_536;

async function* chunked(parts: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    waiting.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  yield Buffer.concat(waiting);
}

export const exportArchive = ({ archive }: Services) =>
  router().openapi(exportRoute, (context) => {
    const { to, view } = context.req.valid('query');
    const form = archiveForms[to];
    context.header('Content-Type', form.mediaType);
    context.header('Content-Disposition', `attachment; filename="readout${form.ending}"`);
    return stream(context, async (out) => {
      for await (const bytes of chunked(form.write(archive, { view }))) {
        // Who has gone needs no more of it.
        if (out.aborted) return;
        await out.write(bytes);
      }
    });
  });
