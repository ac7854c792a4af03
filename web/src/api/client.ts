import type { Span } from '../../../src/document/span.ts';
import type { FreshReading, KeptDocument, SearchPage, ToRead, Why } from './forms.ts';

/** What the server said when it could not do what was asked (RFC 9457), or that it could not be reached. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly next: string;
  readonly code: string;
  constructor(message: string, next: string, code: string) {
    super(message);
    this.next = next;
    this.code = code;
  }
}

interface ProblemBody {
  readonly detail?: string;
  readonly title?: string;
  readonly next?: string;
  readonly code?: string;
}

async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const said = body.detail ?? body.title ?? `The server answered ${response.status}.`;
  return new Refusal(
    said,
    body.next ?? 'Try again; if it stays so, look at what readout serve prints.',
    body.code ?? `HTTP ${response.status}`,
  );
}

export async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Refusal('The server cannot be reached.', 'See whether readout serve is still running, then try again.', 'NETWORK');
  }
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Answer;
}

export const json = (method: 'POST' | 'PUT', body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

export const signal = (given: AbortSignal | undefined): RequestInit => (given === undefined ? {} : { signal: given });

export const readArticle = (article: ToRead, given?: AbortSignal): Promise<FreshReading> =>
  ask('/api/read', { ...json('POST', article), ...signal(given) });

export const search = (params: URLSearchParams, given?: AbortSignal): Promise<SearchPage> => ask(`/api/search?${params}`, signal(given));

export const documentOf = (id: string, given?: AbortSignal): Promise<KeptDocument> =>
  ask(`/api/documents/${encodeURIComponent(id)}`, signal(given));

/** The saved page with stretches of the text lit, and gone to the first of them. The address has room for some 300. */
export function originalAddress(id: string, lit: readonly Span[]): string {
  const spans = lit.slice(0, 250).map(({ start, end }) => `${start}-${end}`);
  const query = spans.length === 0 ? '' : `?${new URLSearchParams({ lit: spans.join(',') })}#readout-1`;
  return `/api/documents/${encodeURIComponent(id)}/original${query}`;
}

export const whyOf = (record: string, given?: AbortSignal): Promise<Why> =>
  ask(`/api/records/${encodeURIComponent(record)}/why`, signal(given));
