import { z } from 'zod';

/** `models/manifest.json`: what the network in the file beside it takes and gives. Written by train/export.py. */
export const manifestSchema = z.object({
  version: z.string(),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  vocabulary: z.object({ file: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** BIO heads in the order of their columns in the output `tags`. */
  heads: z.array(z.object({ name: z.string(), labels: z.array(z.string()) })),
  flags: z.array(z.string()),
  relations: z.array(z.string()),
  /** Length of a pointer vector of one relation. */
  pointer: z.int().positive(),
  /** Pieces in a window, without [CLS] and [SEP]. */
  limit: z.int().positive(),
  /** Whether the network learnt from straight quotation marks only: other marks are shown to it as those. */
  plainMarks: z.boolean(),
});

export type Manifest = z.infer<typeof manifestSchema>;
