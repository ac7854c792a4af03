import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Asked, json, served } from './served.ts';

// What a hostile page may hold, in every field that an article has.
const corpus = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title><svg/onload=alert(1)>',
  'javascript:alert(1)',
  '\u2028alert(1)\u2029',
  '{{7*7}}${'.concat('alert(1)}'),
];

let asked: Asked;
let ids: readonly string[];
beforeAll(async () => {
  asked = await served();
  ids = await asked.keep(
    ...corpus.map((evil, at) => ({
      text: `Petrov said “${evil.replaceAll('”', '')}”. Petrov met Smirnov in Kyiv.`,
      original: `<html><head><title>${evil}</title><script>alert(${at})</script></head><body><p>${evil}</p></body></html>`,
      ...{ title: evil, outlet: evil, url: `https://e.example/${encodeURIComponent(evil)}`, published: '2023-09-13' },
      input: { uri: `page-${at}.html` },
    })),
  );
});
afterAll(() => asked.close());

test('an XSS corpus comes back as data: JSON that no browser takes for a page', async () => {
  for (const path of [
    '/api/search',
    '/api/actors',
    '/api/timeline',
    '/api/network',
    '/api/places',
    '/api/claims',
    '/api/quoted',
    '/api/ledger',
    '/api/trust',
    ...ids.map((id) => `/api/documents/${id}`),
  ]) {
    const answer = await asked.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
  const titles = (await json(asked.get('/api/search?limit=1000'))).items.map(
    (item: { document: { title: string } }) => item.document.title,
  );
  expect(new Set(titles)).toEqual(new Set(corpus));
  for (const evil of corpus) {
    const answer = await asked.get(`/api/actors/${encodeURIComponent(evil)}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  }
});

test('so does what people write: notes, names and the seed of a sample', async () => {
  const evil = corpus.join(' ');
  const record = `${ids[0]?.slice(7, 19)}:q1`;
  const { items } = await json(asked.get('/api/actors?name=petrov'));
  const made = [
    { what: 'accept', record, note: evil },
    { what: 'speaker', record, who: [evil.slice(0, 400)] },
    { what: 'rename', person: items[0].id, name: evil.slice(0, 400) },
  ];
  const kept = [];
  for (const correction of made) kept.push((await json(asked.send('POST', '/api/corrections', correction))).id);
  const sample = await json(asked.send('POST', '/api/samples', { size: 3, seed: evil.slice(0, 200), outlet: 'script' }));
  const judged = { judgements: [{ n: 1, verdict: 'wrong', note: evil }] };
  expect((await asked.send('POST', `/api/samples/${sample.id}/judgements`, judged)).headers.get('content-type')).toBe('application/json');
  for (const path of [
    '/api/corrections',
    '/api/samples',
    `/api/samples/${sample.id}`,
    '/api/trust',
    '/api/actors',
    `/api/records/${record}`,
  ]) {
    const answer = await asked.get(path);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/json']);
  }
  expect((await json(asked.get('/api/corrections'))).items[0].note).toBe(evil);
  await asked.send('DELETE', `/api/samples/${sample.id}`);
  for (const id of kept) await asked.send('DELETE', `/api/corrections/${id}`);
});

test('the original page has neither scripts nor an origin, and asks no other server for anything', async () => {
  for (const id of ids) {
    const answer = await asked.get(`/api/documents/${id}/original?lit=0-6`);
    expect(answer.status).toBe(200);
    const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toContain('sandbox');
    expect(policy).toContain("default-src 'none'");
    expect(policy.join(' ')).not.toMatch(/allow-|script-src|https?:/);
    const raw = await asked.get(`/api/documents/${id}/original?raw=true`);
    expect(raw.headers.get('content-type')).toBe('application/octet-stream');
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await raw.text()).toContain('<script>alert');
  }
});

test('a text is shown as a text, with the exact words lit', async () => {
  const text = 'Petrov said “a < b & c”. <b>Petrov</b> met Smirnov.';
  const [id] = await asked.keep({ text });
  const at = text.indexOf('a < b');
  const html = await (await asked.get(`/api/documents/${id}/original?lit=${at}-${at + 9}`)).text();
  expect(html).toContain(
    '<mark id="readout-1" style="background:#ffe066;color:#000;outline:2px solid #b8860b;scroll-margin:30vh">a &#60; b &#38; c</mark>',
  );
  expect(html).not.toContain('<b>');
});

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly schema: { readonly type?: string; readonly enum?: readonly unknown[] };
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}

const junk = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '9'.repeat(400),
    '\0',
    '%',
    '"',
    "'; drop table records; --",
    '../../etc/passwd',
    'who:1',
    'ffffff:q1',
    ...corpus,
  ),
);
const fitting = ({ schema, name }: Parameter): fc.Arbitrary<unknown> => {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer') return fc.integer({ min: 1, max: 50 });
  if (name === 'since' || name === 'until') return fc.constantFrom('2023', '2023-09', '2023-09-13');
  if (name === 'id') return fc.constantFrom(...ids.flatMap((id) => [id, `${id.slice(7, 19)}:q1`, `${id.slice(7, 19)}:e1`]), '1');
  return fc.constantFrom('Petrov', 'Kyiv', 'UA', '40,20,60,40', 'said');
};
const bodies = fc.oneof(
  fc.record({ text: fc.string({ unit: 'grapheme' }), published: fc.constantFrom('2023-09-13', null, 'x') }, { requiredKeys: ['text'] }),
  fc.record({ html: junk }),
  fc.record({ documents: fc.array(fc.record({ text: junk }), { maxLength: 3 }) }),
  fc.record(
    {
      what: fc.constantFrom('accept', 'reject', 'speaker', 'merge', 'rename', 'split', 'type', 'flags'),
      record: junk,
      who: fc.array(junk),
      people: fc.array(junk),
      name: junk,
      type: fc.constantFrom('AID', 'NONE'),
      flags: fc.dictionary(fc.constantFrom('denied', 'negated', 'x'), fc.boolean()),
    },
    { requiredKeys: ['what'] },
  ),
  fc.record({ size: fc.integer({ min: 0, max: 20 }), seed: junk, by: fc.constantFrom('type', 'outlet', null, 'x') }, { requiredKeys: [] }),
  fc.record({
    judgements: fc.array(fc.record({ n: fc.integer({ min: 0, max: 9 }), verdict: fc.constantFrom('right', 'wrong', null, 'x') })),
  }),
  fc.jsonValue(),
);

test('whatever is asked: no 5xx, and no answer outside the schema', async () => {
  const document = await json(asked.get('/api/openapi.json'));
  expect(document.openapi).toBe('3.1.0');
  const rewritten = JSON.parse(JSON.stringify(document).replaceAll('#/components/schemas/', '#/$defs/'));
  const checks = new Map<object, z.ZodType>();
  const check = (schema: object) => {
    const made = checks.get(schema) ?? z.fromJSONSchema({ ...schema, $defs: rewritten.components.schemas } as never);
    checks.set(schema, made);
    return made;
  };
  const operations = Object.entries(rewritten.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  expect(operations.length).toBeGreaterThanOrEqual(18);
  let good = 0;
  for (const { path, method, operation } of operations) {
    const parameters = operation.parameters ?? [];
    const values = fc.tuple(
      ...parameters.map((parameter) =>
        fc.oneof(
          { weight: 3, arbitrary: fitting(parameter) },
          { weight: 1, arbitrary: junk },
          { weight: parameter.in === 'path' ? 0 : 4, arbitrary: fc.constant(undefined) },
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(values, bodies, async (given, body) => {
        const query = new URLSearchParams();
        let address = path;
        for (const [i, { name, in: where }] of parameters.entries()) {
          const value = given[i];
          if (where === 'path') address = address.replace(`{${name}}`, encodeURIComponent(String(value)) || 'x');
          else if (value !== undefined) query.append(name, String(value));
        }
        const answer = await asked.send(method, `${address}?${query}`, operation.requestBody === undefined ? undefined : body);
        const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
        const told = await answer.text();
        if (answer.status >= 500) throw new Error(`${method} ${address}?${query} ${JSON.stringify(body)}: ${answer.status} ${told}`);
        if (answer.status < 300) good++;
        const response = operation.responses[String(answer.status)] ?? operation.responses['default'];
        const schema = response?.content?.[type]?.schema;
        if (schema === undefined) throw new Error(`${method} ${address}: ${answer.status} ${type} is not in the document`);
        if (type === 'application/json' || type === 'application/problem+json') check(schema).parse(JSON.parse(told));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }
  expect(good).toBeGreaterThan(50);
});
