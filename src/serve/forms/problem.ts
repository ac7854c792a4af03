import { z } from './api.ts';

/** An error by RFC 9457, with Readout's stable code and what to do next. */
export const problemForm = z
  .object({
    type: z.string().openapi({ example: 'urn:readout:error:READOUT_INPUT_EMPTY' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string().regex(/^READOUT_[A-Z_]+$/),
    next: z.string(),
  })
  .openapi('Problem');

export type ProblemForm = z.infer<typeof problemForm>;

/** What any address may answer when it cannot do what is asked. */
export const problems = {
  default: { description: 'What went wrong, by RFC 9457', content: { 'application/problem+json': { schema: problemForm } } },
} as const;
