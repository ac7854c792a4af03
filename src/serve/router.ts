import { OpenAPIHono } from '@hono/zod-openapi';
import { ReadoutError } from '../error.ts';
import { problemAnswer } from './problem.ts';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code: string;
}

function tell({ path, message, code }: Issue): string {
  const field = path.map(String).join('.');
  if (code === 'invalid_union') return `${field === '' ? 'The body' : field} has none of the forms that it may have`;
  return field === '' ? message : `${field}: ${message}`;
}

/** A router whose refusals are problems like all others. */
export const router = () =>
  new OpenAPIHono({
    defaultHook(result, context) {
      if (result.success) return;
      const told = result.error.issues.slice(0, 5).map(tell).join('; ');
      return problemAnswer(
        context,
        new ReadoutError('READOUT_REQUEST_INVALID', `The request is not as it must be. ${told}.`, 'See /api/openapi.json for its form.'),
      );
    },
  });
