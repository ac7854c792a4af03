import type { z } from 'zod';
import type { actorForm, peopleForm } from '../serve/forms/actor.ts';
import type { askedForm, correctionsForm, keptCorrectionForm } from '../serve/forms/correction.ts';
import type { documentForm, freshReadingForm } from '../serve/forms/document.ts';
import type { jobForm, toIngestForm } from '../serve/forms/job.ts';
import type { claimsForm, lineageForm, networkForm, placesForm, quotedForm, timelineForm } from '../serve/forms/looks.ts';
import type { pageQuery } from '../serve/forms/page.ts';
import type { ProblemForm } from '../serve/forms/problem.ts';
import type { readForm } from '../serve/forms/read.ts';
import type { recordForm, whyForm } from '../serve/forms/record.ts';
import type { runsForm } from '../serve/forms/run.ts';
import type { cardForm, sampleForm, samplesForm, toDrawForm, toJudgeForm } from '../serve/forms/sample.ts';
import type { lookQuery, searchForm, searchQuery } from '../serve/forms/search.ts';

// Only types come from the server: this runs in a browser as well as in Node.

/** What the server said when it could not do what was asked, by RFC 9457. */
export class ReadoutProblem extends Error {
  override readonly name = 'ReadoutProblem';
  readonly problem: ProblemForm;

  constructor(problem: ProblemForm) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Parameters before they are written into an address. */
type Params<Schema extends z.ZodType> = { readonly [Name in keyof z.output<Schema>]?: z.output<Schema>[Name] | undefined };
type Look = Params<typeof lookQuery>;
type Page = Params<typeof pageQuery>;

export interface ClientOptions {
  /** `http://127.0.0.1:7717`; empty in a page of the server itself. */
  readonly address: string;
  readonly token?: string;
  /** In the place of the runtime's own. */
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>;
}

const searchOf = (params: object): string => {
  const given = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

async function problemOf(answer: Response): Promise<ReadoutProblem> {
  const { status } = answer;
  const told = (await answer.json().catch(() => ({}))) as Partial<ProblemForm>;
  const nothing = { type: 'about:blank', title: `HTTP ${status}`, status, code: 'READOUT_INTERNAL', next: 'Is this a server of Readout?' };
  return new ReadoutProblem({ ...nothing, detail: `The server answered ${status}.`, ...told });
}

/**
 * The API of `readout serve`, typed by the schemas that it is served and described by. Every method rejects with a ReadoutProblem.
 * @example const { items } = await openClient({ address: 'http://127.0.0.1:7717' }).search({ speaker: 'Lam', kind: 'direct' })
 */
export function openClient({ address, token, fetch: ask = fetch }: ClientOptions) {
  const request = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const answer = await ask(`${address}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  };
  const json = async <Schema extends z.ZodType>(method: string, path: string, body?: unknown): Promise<z.output<Schema>> =>
    (await (await request(method, path, body)).json()) as z.output<Schema>;
  const id = encodeURIComponent;
  return {
    read: (what: z.input<typeof readForm>) => json<typeof freshReadingForm>('POST', '/read', what),
    ingest: (what: z.input<typeof toIngestForm>) => json<typeof jobForm>('POST', '/ingest', what),
    job: (job: string) => json<typeof jobForm>('GET', `/jobs/${id(job)}`),
    search: (params: Params<typeof searchQuery> = {}) => json<typeof searchForm>('GET', `/search${searchOf(params)}`),
    document: (document: string) => json<typeof documentForm>('GET', `/documents/${id(document)}`),
    /** The bytes as they came. */
    original: async (document: string) =>
      new Uint8Array(await (await request('GET', `/documents/${id(document)}/original?raw=true`)).arrayBuffer()),
    record: (record: string) => json<typeof recordForm>('GET', `/records/${id(record)}`),
    why: (record: string) => json<typeof whyForm>('GET', `/records/${id(record)}/why`),
    lineage: (record: string, page: Page = {}) => json<typeof lineageForm>('GET', `/records/${id(record)}/lineage${searchOf(page)}`),
    actors: (params: Page & { readonly name?: string; readonly kind?: string } = {}) =>
      json<typeof peopleForm>('GET', `/actors${searchOf(params)}`),
    actor: (actor: string, page: Page = {}) => json<typeof actorForm>('GET', `/actors/${id(actor)}${searchOf(page)}`),
    timeline: (params: Look = {}) => json<typeof timelineForm>('GET', `/timeline${searchOf(params)}`),
    network: (params: Look = {}) => json<typeof networkForm>('GET', `/network${searchOf(params)}`),
    claims: (params: Look = {}) => json<typeof claimsForm>('GET', `/claims${searchOf(params)}`),
    places: (params: Look = {}) => json<typeof placesForm>('GET', `/places${searchOf(params)}`),
    quoted: (params: Look = {}) => json<typeof quotedForm>('GET', `/quoted${searchOf(params)}`),
    correct: (what: z.input<typeof askedForm>) => json<typeof keptCorrectionForm>('POST', '/corrections', what),
    corrections: (page: Page & { readonly document?: string } = {}) => json<typeof correctionsForm>('GET', `/corrections${searchOf(page)}`),
    undo: (correction: number) => json<typeof keptCorrectionForm>('DELETE', `/corrections/${correction}`),
    draw: (what: z.input<typeof toDrawForm>) => json<typeof sampleForm>('POST', '/samples', what),
    samples: (page: Page = {}) => json<typeof samplesForm>('GET', `/samples${searchOf(page)}`),
    sample: (sample: number) => json<typeof sampleForm>('GET', `/samples/${sample}`),
    judge: (sample: number, judgements: z.input<typeof toJudgeForm>['judgements']) =>
      json<typeof cardForm>('POST', `/samples/${sample}/judgements`, { judgements }),
    forgetSample: (sample: number) => json<typeof sampleForm>('DELETE', `/samples/${sample}`),
    trust: () => json<typeof cardForm>('GET', '/trust'),
    ledger: (page: Page = {}) => json<typeof runsForm>('GET', `/ledger${searchOf(page)}`),
    /** The archive as a stream of bytes. */
    export: async (to: string, view = 'quotations') => (await request('GET', `/export${searchOf({ to, view })}`)).body,
  };
}

export type Client = ReturnType<typeof openClient>;
