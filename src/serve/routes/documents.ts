import { createRoute } from '@hono/zod-openapi';
import type { DocumentView, Printing } from '../../archive/view.ts';
import type { Span } from '../../document/span.ts';
import { ReadoutError } from '../../error.ts';
import { as, z } from '../forms/api.ts';
import { documentForm } from '../forms/document.ts';
import { problems } from '../forms/problem.ts';
import { foreignPolicy } from '../guards/headers.ts';
import { router } from '../router.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: z.string().min(1).max(100).openapi({ description: 'A document’s id, or the first digits of its hash' }) });

const documentRoute = createRoute({
  method: 'get',
  path: '/documents/{id}',
  summary: 'A document: its text, all that was read in it, where it was printed, its versions and near copies',
  request: { params },
  responses: { 200: { description: 'The document', content: { 'application/json': { schema: documentForm } } }, ...problems },
});

const originalRoute = createRoute({
  method: 'get',
  path: '/documents/{id}/original',
  summary: 'The saved page, to be shown in a frame: without scripts, of no origin; or its bytes as they came',
  request: {
    params,
    query: z.object({
      lit: z
        .string()
        .max(4000)
        .regex(/^\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9})*$/)
        .optional()
        .openapi({ description: 'Spans of the text to be lit, start-end; the nth has the id readout-n', example: '120-188,240-260' }),
      raw: z.enum(['true', 'false']).optional().openapi({ description: 'true for the bytes as they came, to be saved' }),
    }),
  },
  responses: {
    200: {
      description: 'The page',
      content: {
        'text/html': { schema: z.string() },
        'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
    ...problems,
  },
});

const spansIn = (lit: string | undefined, text: string): readonly Span[] =>
  (lit ?? '').split(',').flatMap((part) => {
    const [start = 0, end = 0] = part.split('-').map(Number);
    return start < end && end <= text.length ? [{ start, end }] : [];
  });

/** The printing that the reading is of. */
const leading = ({ reading: { document }, printings }: DocumentView): Printing | undefined =>
  printings.find(({ input }) => (['id', 'uri', 'record'] as const).every((field) => input[field] === document.input[field])) ??
  printings[0];

/** @throws ReadoutError READOUT_RECORD_NOT_FOUND */
async function originalOf(view: DocumentView, { archive }: Services) {
  const printing = leading(view);
  const bytes = printing === undefined ? null : await archive.original(printing.original);
  if (printing !== undefined && bytes !== null) return { bytes, uri: printing.input.uri };
  throw new ReadoutError('READOUT_RECORD_NOT_FOUND', 'The archive has no saved page of this document.', 'See readout doctor.');
}

export const documents = (services: Services) =>
  router()
    .openapi(documentRoute, async (context) => {
      const view = await services.archive.document(context.req.valid('param').id);
      const people = Object.fromEntries(await services.archive.peopleIn(view.reading.document.id));
      return context.json(as(documentForm, { ...view, people }), 200);
    })
    .openapi(originalRoute, async (context) => {
      const { lit, raw } = context.req.valid('query');
      const view = await services.archive.document(context.req.valid('param').id);
      const { text, id } = view.reading.document;
      const { bytes, uri } = await originalOf(view, services);
      if (raw === 'true')
        return context.body(new Uint8Array(bytes), 200, {
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': `attachment; filename="${id.slice(7, 19)}"`,
        });
      const page = await services.light({ bytes, uri, text, lit: spansIn(lit, text) });
      return context.body(page.html, 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': foreignPolicy,
        'Readout-Lit': String(page.lit),
      });
    });
