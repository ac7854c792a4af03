import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClient, ReadoutProblem } from '../../src/client/client.ts';
import { type Asked, served } from './served.ts';

let asked: Asked;
let first = '';
beforeAll(async () => {
  asked = await served({ token: 'a-token' });
  [first = ''] = await asked.keep({ text: 'Petrov said “We are ready”. Petrov accused Smirnov.', published: '2023-09-13' });
});
afterAll(() => asked.close());

const open = (token?: string) =>
  openClient({
    address: 'http://localhost',
    ...(token === undefined ? {} : { token }),
    fetch: async (address, { method = 'GET', body, headers }) =>
      asked.send(method, address.replace('http://localhost', ''), body ?? undefined, headers as Record<string, string>),
  });

test('the client asks for everything that the API has, and knows what comes', async () => {
  const client = open('a-token');
  const { items, facets } = await client.search({ speaker: 'Petrov', kind: 'direct', limit: 5 });
  const [item] = items;
  expect([item?.words, item?.record.score, facets?.kind[0]?.count]).toEqual(['“We are ready”', 0.9, 1]);
  const id = item?.id ?? '';
  expect((await client.record(id)).actorsInFull[0]?.mentions[0]).toMatchObject({ form: 'name' });
  expect((await client.why(id)).decisions[0]?.by).toBe('rule:test');
  expect((await client.document(first)).reading.quotations).toHaveLength(1);
  expect(new TextDecoder().decode(await client.original(first))).toContain('We are ready');
  expect((await client.lineage(id)).origins).toBe(1);
  expect((await client.read({ text: 'Petrov said “Yes”.' })).quotations).toHaveLength(1);
  const [petrov] = (await client.actors({ name: 'petrov' })).items;
  expect((await client.actor(petrov?.id ?? '')).items.length).toBe(1);
  for (const look of [client.timeline, client.network, client.claims, client.places, client.quoted])
    expect((await look({ limit: 1 })).next).toBeNull();
  const { id: correction } = await client.correct({ what: 'reject', record: id });
  expect((await client.corrections()).items).toHaveLength(1);
  await client.undo(correction);
  const { id: sample, items: drawn } = await client.draw({ size: 2 });
  expect((await client.judge(sample, [{ n: 1, verdict: 'right' }])).all).toMatchObject({ right: 1, precision: 1 });
  expect((await client.sample(sample)).items.map(({ verdict }) => verdict)).toEqual(['right', ...drawn.slice(1).map(() => null)]);
  expect((await client.samples()).items[0]?.asked).toMatchObject({ size: 2, seed: '1' });
  expect((await client.trust()).all.right).toBe(1);
  await client.forgetSample(sample);
  const job = await client.ingest({ documents: [{ text: 'Petrov said “More”.' }] });
  expect(['waiting', 'running', 'done']).toContain((await client.job(job.id)).state);
  await expect.poll(async () => (await client.ledger()).items[0]?.ledger?.read).toBe(1);
  expect(await new Response(await client.export('jsonl')).text()).toContain(first);
});

test('a refusal is a ReadoutProblem with the stable code', async () => {
  const refusal = await open()
    .search()
    .catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ReadoutProblem);
  expect((refusal as ReadoutProblem).problem).toMatchObject({ status: 401, code: 'READOUT_REQUEST_TOKEN' });
});
