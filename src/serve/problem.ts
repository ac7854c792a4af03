import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { asReadoutError, type ReadoutCode, ReadoutError } from '../error.ts';
import type { ProblemForm } from './forms/problem.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 500 | 502 | 503;

/** What is not listed is the request's content: understood, and yet nothing can be made of it. */
const statuses: Readonly<Partial<Record<ReadoutCode, Status>>> = {
  READOUT_ARCHIVE_BUSY: 503,
  READOUT_ARCHIVE_DAMAGED: 500,
  READOUT_ARCHIVE_NEWER: 500,
  READOUT_ARCHIVE_UNREACHABLE: 503,
  READOUT_CORRECTION_NOT_FOUND: 404,
  READOUT_CURSOR_INVALID: 400,
  READOUT_DATA_MISSING: 500,
  READOUT_FETCH_FAILED: 502,
  READOUT_FETCH_LATER: 502,
  READOUT_FETCH_STATUS: 502,
  READOUT_INPUT_TOO_LARGE: 413,
  READOUT_INTERNAL: 500,
  READOUT_MODEL_DAMAGED: 500,
  READOUT_MODEL_MISSING: 500,
  READOUT_PERSON_NOT_FOUND: 404,
  READOUT_RECORD_NOT_FOUND: 404,
  READOUT_REQUEST_BUSY: 503,
  READOUT_REQUEST_FORBIDDEN: 403,
  READOUT_REQUEST_INVALID: 400,
  READOUT_REQUEST_TOKEN: 401,
  READOUT_REQUEST_TOO_LARGE: 413,
  READOUT_REQUEST_TOO_LONG: 503,
  READOUT_REQUEST_UNKNOWN: 404,
  READOUT_SAMPLE_NOT_FOUND: 404,
  READOUT_USAGE: 400,
  READOUT_WORKER_LOST: 500,
};

const titleOf = (code: ReadoutCode): string => {
  const words = code.replace('READOUT_', '').toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function problemFormOf({ code, message, next }: ReadoutError): ProblemForm & { status: Status } {
  return { type: `urn:readout:error:${code}`, title: titleOf(code), status: statuses[code] ?? 422, detail: message, code, next };
}

/** What Hono throws of itself: a body that is no JSON. */
const ofHono = (error: unknown): unknown =>
  error instanceof HTTPException && error.status < 500
    ? new ReadoutError('READOUT_REQUEST_INVALID', `The request is malformed: ${error.message}.`, 'See /api/openapi.json.', error)
    : error;

/** Any thrown value as an answer. */
export function problemAnswer(context: Context, error: unknown): Response {
  const form = problemFormOf(asReadoutError(ofHono(error)));
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  if (form.status === 401) headers['WWW-Authenticate'] = 'Bearer realm="readout"';
  if (form.status === 503) headers['Retry-After'] = '5';
  return context.body(JSON.stringify(form), form.status, headers);
}
