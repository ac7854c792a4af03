import { problemSchema } from '../../reading/schema.ts';
import { z } from './api.ts';
import { sentForm } from './read.ts';

const MOST = 1000;

/** Documents that are sent along, and addresses that the server asks for. Never a path: what of its disk is read, its own user says. */
export const toIngestForm = z
  .object({
    documents: z.array(sentForm).max(MOST).optional(),
    addresses: z.array(z.string().min(1).max(8192)).max(MOST).optional(),
  })
  .refine(({ documents = [], addresses = [] }) => documents.length + addresses.length > 0, 'There are neither documents nor addresses.')
  .openapi('ToIngest', { example: { addresses: ['https://news.example/feed.xml'] } });

const count = z.int().min(0);

export const ledgerForm = z
  .object({
    offered: count,
    read: count,
    versions: count,
    unchanged: count,
    duplicate: count,
    skipped: z.record(z.string(), count),
  })
  .openapi('Ledger');

export const jobForm = z
  .object({
    id: z.string().openapi({ example: '1' }),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    made: z.string(),
    ended: z.string().nullable(),
    ledger: ledgerForm,
    /** The first that could not be read; the ledger counts them all. */
    problems: z.array(problemSchema.shape.error),
    /** Why the job as a whole failed; what it had kept until then stays. */
    error: problemSchema.shape.error.omit({ input: true }).nullable(),
  })
  .openapi('Job');

export type JobForm = z.infer<typeof jobForm>;
export type ToIngest = z.infer<typeof toIngestForm>;
