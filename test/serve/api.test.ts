import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemForm } from '../../src/serve/forms/problem.ts';
import { type Asked, json, served } from './served.ts';

let asked: Asked;
let first: string;
beforeAll(async () => {
  asked = await served();
  [first = ''] = await asked.keep(
    {
      text: 'Petrov said “We are ready for maybe”. Petrov accused Smirnov.',
      outlet: 'Daily',
      title: 'One',
      published: '2023-09-13',
      url: 'https://d.example/1',
    },
    { text: 'Smirnov denied “All of it”. Petrov met Smirnov in Kyiv.', outlet: 'Weekly', title: 'Two', published: '2023-10-01' },
    { text: 'Ivanov said “A witch hunt goes on”. Ivanov said “No hunt, no witch”.', outlet: 'Daily', published: '2024-01-01' },
  );
});
afterAll(() => asked.close());

test('a text is read, with what decided it where that is asked', async () => {
  const plain = await json(asked.send('POST', '/api/read', { text: 'Petrov said “Yes”.', published: '2023-09-13' }));
  expect(plain).toMatchObject({ readout: 1, quotations: [{ id: 'q1' }], document: { published: '2023-09-13' } });
  expect(plain).not.toHaveProperty('why');
  const told = await json(asked.send('POST', '/api/read', { html: '<p>Petrov said “Yes”.</p>', why: true }));
  expect(told.why).toHaveLength(1);
});

test('what cannot be read is told by RFC 9457 with the stable code', async () => {
  const answer = await asked.send('POST', '/api/read', { text: ' ' });
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const form = problemForm.parse(await answer.json());
  expect(form).toMatchObject({ code: 'READOUT_INPUT_EMPTY', status: 422, type: 'urn:readout:error:READOUT_INPUT_EMPTY' });
  const address = await asked.send('POST', '/api/read', { url: 'http://169.254.169.254/latest' });
  expect((await json(address)).code).toBe('READOUT_FETCH_REFUSED');
});

test.each([
  ['no form that it may have', { nothing: 1 }, 'READOUT_REQUEST_INVALID'],
  ['no JSON', '{"text": ', 'READOUT_REQUEST_INVALID'],
  ['a day that does not exist', { text: 'a', published: '2023-02-30' }, 'READOUT_REQUEST_INVALID'],
])('a body that has %s is refused', async (_, body, code) => {
  const answer = await asked.send('POST', '/api/read', body);
  expect(answer.status).toBe(400);
  expect((await json(answer)).code).toBe(code);
});

test('searching gives a page, its cursor, and facets that count all of it', async () => {
  const page = await json(asked.get('/api/search?limit=2'));
  expect(page.items).toHaveLength(2);
  expect(page.facets.record).toEqual([
    { value: 'quotation', label: 'quotation', count: 4 },
    { value: 'event', label: 'event', count: 2 },
  ]);
  expect(page.facets.outlet).toEqual([
    { value: 'Daily', label: 'Daily', count: 4 },
    { value: 'Weekly', label: 'Weekly', count: 2 },
  ]);
  expect(page.facets.year.map(({ value }: { value: string }) => value)).toEqual(['2023', '2024']);
  const ids = new Set<string>();
  for (let next: string | null = ''; next !== null; ) {
    const one: { items: { id: string }[]; next: string | null; facets: unknown } = await json(
      asked.get(`/api/search?limit=2${next === '' ? '' : `&cursor=${next}`}`),
    );
    for (const { id } of one.items) ids.add(id);
    expect(one.facets === null).toBe(next !== '');
    next = one.next;
  }
  expect(ids.size).toBe(6);
});

test('each value of a facet, asked for, finds as many as it counted', async () => {
  const { facets } = await json(asked.get('/api/search'));
  const filters = Object.entries(facets as Record<string, { value: string; count: number }[]>).filter(
    ([name]) => name !== 'year' && name !== 'country',
  );
  for (const [name, values] of filters)
    for (const { value, count } of values) {
      const found = await json(asked.get(`/api/search?limit=1000&facets=false&${name}=${encodeURIComponent(value)}`));
      expect([name, value, found.items.length]).toEqual([name, value, count]);
    }
  expect(facets.speaker.every(({ value }: { value: string }) => value.startsWith('who:'))).toBe(true);
  expect(facets.speaker.map(({ label }: { label: string }) => label).sort()).toEqual(['Ivan Ivanov', 'Ivan Petrov', 'Ivan Smirnov']);
});

test('words in quotation marks must stand so', async () => {
  const count = async (words: string) => (await json(asked.get(`/api/search?words=${encodeURIComponent(words)}`))).items.length;
  expect(await count('witch hunt')).toBe(2);
  expect(await count('"witch hunt"')).toBe(1);
  expect(await count('“witch hunt”')).toBe(1);
});

test('a document, a record with its slices, why, lineage', async () => {
  const document = await json(asked.get(`/api/documents/${first}`));
  expect(document.reading.document.id).toBe(first);
  expect(Object.values(document.people)).toContainEqual(expect.objectContaining({ name: 'Ivan Petrov' }));
  const id = `${first.slice(7, 19)}:q1`;
  const record = await json(asked.get(`/api/records/${id}`));
  expect(record).toMatchObject({ id, words: '“We are ready for maybe”', actorsInFull: [{ name: 'Ivan Petrov' }] });
  expect(await json(asked.get(`/api/records/${id}/why`))).toMatchObject({ id, sameEngine: true, decisions: [{ by: 'rule:test' }] });
  const place = `${(await json(asked.get('/api/search?place=Kyiv'))).items[0].id.split(':')[0]}:p1`;
  expect(await json(asked.get(`/api/records/${place}/why`))).toMatchObject({ id: place, sameEngine: true, decisions: [] });
  expect((await asked.get(`/api/records/${place.replace('p1', 'p9')}/why`)).status).toBe(404);
  expect(await json(asked.get(`/api/records/${id}/lineage`))).toMatchObject({ origins: 1, items: [{ change: 'first' }], next: null });
  for (const path of ['records/ffffffff:q1', 'records/nothing', `records/${first.slice(7, 19)}:q99`, 'documents/ffffffff', 'nothing'])
    expect((await asked.get(`/api/${path}`)).status).toBe(404);
});

test('timeline, network, claims, quoted and actors page to their ends without repeating or leaving out', async () => {
  for (const [path, list] of [
    ['timeline', 'items'],
    ['network', 'edges'],
    ['quoted', 'items'],
    ['claims', 'items'],
    ['places', 'items'],
    ['actors', 'items'],
  ] as const) {
    const whole = await json(asked.get(`/api/${path}?limit=1000`));
    expect(whole.next).toBeNull();
    const collected: unknown[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: Record<string, unknown[]> & { next: string | null } = await json(
        asked.get(`/api/${path}?limit=1${next === '' ? '' : `&cursor=${next}`}`),
      );
      collected.push(...(page[list] ?? []));
      next = page.next;
    }
    expect([path, collected]).toEqual([path, whole[list]]);
  }
  expect((await json(asked.get('/api/network'))).edges.length).toBeGreaterThan(0);
  expect((await json(asked.get('/api/search?cursor=nonsense'))).code).toBe('READOUT_CURSOR_INVALID');
  expect((await json(asked.get('/api/timeline?cursor=nonsense'))).code).toBe('READOUT_CURSOR_INVALID');
});

test('places have the events that a search within them finds', async () => {
  const { items, nowhere, all } = await json(asked.get('/api/places'));
  expect([items.length, all, nowhere]).toEqual([1, 1, 1]);
  const [{ lat, lon, events, name, records }] = items;
  expect({ name, events }).toEqual({ name: 'Kyiv', events: 1 });
  const box = [lat - 0.01, lon - 0.01, lat + 0.01, lon + 0.01].join(',');
  const found = await json(asked.get(`/api/search?record=event&place=${box}`));
  expect(found.items.map(({ id }: { id: string }) => id)).toEqual(records);
  expect((await json(asked.get('/api/places?type=ACCUSE'))).items).toEqual([]);
});

test('an actor of the archive is shown with every link and its reason', async () => {
  const { items } = await json(asked.get('/api/actors?name=petrov'));
  const petrov = await json(asked.get(`/api/actors/${items[0].id}`));
  expect(petrov).toMatchObject({ name: 'Ivan Petrov', all: 2, next: null });
  expect(petrov.items[0].reason).not.toBe('');
  expect((await json(asked.get('/api/actors/who:0000'))).code).toBe('READOUT_PERSON_NOT_FOUND');
});

test('a correction prevails, is listed, and is taken back without a trace', async () => {
  const before = await json(asked.get(`/api/documents/${first}`));
  const record = `${first.slice(7, 19)}:q1`;
  const made = await asked.send('POST', '/api/corrections', { what: 'reject', record, note: 'a test' });
  expect(made.status).toBe(201);
  const { id } = await json(made);
  expect((await asked.get(`/api/records/${record}`)).status).toBe(404);
  expect((await json(asked.get('/api/corrections'))).items).toMatchObject([{ id, record, placed: true }]);
  for (const [document, count] of [
    [first, 1],
    [record, 1],
    ['0'.repeat(64), 0],
    ['nonsense', 0],
  ] as const)
    expect((await json(asked.get(`/api/corrections?document=${document}`))).items).toHaveLength(count);
  expect((await asked.send('DELETE', `/api/corrections/${id}`)).status).toBe(200);
  expect(await json(asked.get(`/api/documents/${first}`))).toEqual(before);
  expect((await json(asked.send('DELETE', `/api/corrections/${id}`))).code).toBe('READOUT_CORRECTION_NOT_FOUND');
});

test('an ingest is a job whose events end with its ledger', async () => {
  const documents = [{ text: 'Sidorov said “New”.' }, { text: 'Sidorov said “New”.' }, { text: '' }];
  const made = await asked.send('POST', '/api/ingest', { documents, addresses: ['http://10.0.0.1/'] });
  expect(made.status).toBe(202);
  const { id } = await json(made);
  const events = (await (await asked.get(`/api/jobs/${id}/events`)).text()).split('\n\n').filter((event) => event !== '');
  expect(events.every((event) => event.startsWith('event: job\ndata: {'))).toBe(true);
  const last = JSON.parse(events.at(-1)?.split('data: ')[1] ?? '');
  expect(last).toMatchObject({ id, state: 'done', error: null });
  const { offered, read, unchanged, duplicate, skipped } = last.ledger;
  expect(offered).toBe(4);
  expect(read + unchanged + duplicate).toBe(2);
  expect(skipped).toEqual({ READOUT_FETCH_REFUSED: 1, READOUT_INPUT_EMPTY: 1 });
  expect((await json(asked.get('/api/search?speaker=Sidorov'))).items).toHaveLength(1);
  expect((await json(asked.get('/api/jobs/77'))).code).toBe('READOUT_REQUEST_UNKNOWN');
  expect((await asked.send('POST', '/api/ingest', {})).status).toBe(400);
});

test('a sample is drawn, judged by number or id, and forgotten', async () => {
  const made = await asked.send('POST', '/api/samples', { size: 4, record: 'quotation', by: 'outlet' });
  expect(made.status).toBe(201);
  const sample = await json(made);
  expect(sample.items).toHaveLength(4);
  expect((await json(asked.send('POST', '/api/samples', { by: 'outlet', record: 'quotation', size: 4 }))).id).toBe(sample.id);
  const judgements = [
    { n: 1, verdict: 'right' },
    { record: sample.items[1].record, verdict: 'wrong', note: '<script>alert(1)</script>' },
  ];
  const card = await json(asked.send('POST', `/api/samples/${sample.id}/judgements`, { judgements }));
  expect(card.all).toMatchObject({ drawn: 4, right: 1, wrong: 1, unsure: 0 });
  expect((await json(asked.get(`/api/samples/${sample.id}`))).items[1]).toMatchObject({
    verdict: 'wrong',
    note: '<script>alert(1)</script>',
  });
  for (const [body, status] of [
    [{ judgements: [{ verdict: 'right' }] }, 400],
    [{ judgements: [{ n: 5, verdict: 'right' }] }, 404],
    [{ judgements: [{ n: 1, verdict: 'maybe' }] }, 400],
  ] as const)
    expect((await asked.send('POST', `/api/samples/${sample.id}/judgements`, body)).status).toBe(status);
  expect((await json(asked.get('/api/trust'))).all).toMatchObject({ drawn: 2, right: 1 });
  expect((await asked.send('DELETE', `/api/samples/${sample.id}`)).status).toBe(200);
  expect((await json(asked.get(`/api/samples/${sample.id}`))).code).toBe('READOUT_SAMPLE_NOT_FOUND');
  expect((await json(asked.send('POST', '/api/samples', { words: 'zeppelin' }))).code).toBe('READOUT_USAGE');
});

test('the ledger has every ingest, with what was skipped and why', async () => {
  const { items, all } = await json(asked.get('/api/ledger'));
  expect([items.length, all]).toEqual([1, 1]);
  expect(items[0].ledger).toMatchObject({ offered: 4, skipped: { READOUT_FETCH_REFUSED: 1, READOUT_INPUT_EMPTY: 1 } });
  expect(items[0].finished >= items[0].started).toBe(true);
});

test('the API is told for people: every address and form, nothing inline, nothing from elsewhere', async () => {
  const answer = await asked.get('/api/docs');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  const html = await answer.text();
  const { paths, components } = await json(asked.get('/api/openapi.json'));
  for (const [path, methods] of Object.entries(paths as Record<string, object>)) {
    expect(html).toContain(`<code>${path}</code>`);
    for (const method of Object.keys(methods)) expect(html).toContain(`>${method.toUpperCase()}</span> <code>${path}</code>`);
  }
  for (const name of Object.keys(components.schemas)) expect(html).toContain(`id="schema-${name}"`);
  for (const [, target = ''] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).not.toMatch(/<script|<style|style=| on\w+=|(?:src|href)="(?:https?:)?\/\//);
  expect((await asked.get('/api/docs.css')).headers.get('content-type')).toContain('text/css');
});

test('an export is the dump itself', async () => {
  const dump: string[] = [];
  for await (const line of asked.archive.dump()) dump.push(line);
  const answer = await asked.get('/api/export?to=jsonl');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="readout.jsonl"');
  expect(await answer.text()).toBe(dump.join(''));
  expect((await asked.get('/api/export?to=xml')).status).toBe(400);
});

test('health and metrics', async () => {
  expect(await json(asked.get('/healthz'))).toMatchObject({ status: 'ok' });
  const metrics = await (await asked.get('/metrics')).text();
  expect(metrics).toMatch(/^readout_http_requests_total\{method="GET",route="\/api\/records\/:id",status="200"\} \d+$/m);
  for (const line of metrics.trimEnd().split('\n')) expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{[^}]*\})? [\d.]+)$/);
});
