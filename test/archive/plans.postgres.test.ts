import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openArchive } from '../../src/archive/open.ts';
import type { Archive } from '../../src/archive/port.ts';
import { type Database, database } from '../support/postgres.ts';

// Searches and looks that ask for little must not read all there is: what PostgreSQL plans for each of their statements, over tables that
// are large enough for it to mind.

let own: Database;
let archive: Archive;

const rows = `
  insert into engines (version, model) values ('1', 'm');
  insert into documents (sha, engine, outlet, published, story)
    select md5(i::text) || md5((-i)::text), 1, 'Outlet ' || i % 50, to_char(date '2015-01-01' + i, 'YYYY-MM-DD'), md5(i::text) from generate_series(1, 1500) i;
  insert into actors (document, local, name, kind)
    select d, 'a' || a, 'Given' || d || ' Name' || d % 300, 'person' from generate_series(1, 1500) d, generate_series(1, 2) a;
  insert into records (document, local, code, seq, date, kind, type, hedged, negated, country)
    select d, 'q' || r, d, r, to_char(date '2015-01-01' + d, 'YYYY-MM-DD'), case when r % 2 = 0 then 'direct' end,
      case when r % 2 = 1 then (array['CONSULT', 'ACCUSE', 'FIGHT'])[1 + r % 3] end, 0, case when r = 3 then 1 else 0 end, 'UA'
    from generate_series(1, 1500) d, generate_series(1, 8) r;
  insert into parts (record, part, seq, actor)
    select id, case when kind is null then 'a' else 's' end, 0, document * 2 - id % 2 from records;
  insert into parts (record, part, seq, actor) select id, 'r', 0, document * 2 - (id + 1) % 2 from records where kind is null;
  insert into blocks (key, stale) select 'person name' || i, 0 from generate_series(1, 300) i;
  insert into people (code, block, name, kind) select substr(md5(i::text), 1, 14), 1 + i % 300, 'Person ' || i, 'person' from generate_series(1, 1500) i;
  insert into links (actor, block, person, rule) select id, 1 + id % 300, 1 + id % 1500, 'n' from actors;
  insert into record_words (record, terms)
    select id, ('''wword' || id % 700 || ''':1 ''wthe'':2 ''wend'':3 ''sgiven' || document || ''':1')::tsvector from records;
  analyze`;

beforeAll(async () => {
  own = await database('plans');
  archive = await openArchive(own.archive('plans'), { create: true });
  await own.query('plans', ...rows.split(';'));
});
afterAll(async () => {
  await archive.close();
  await own.drop();
});

/** The plans of all that an archive asks PostgreSQL for. */
async function plansOf(look: () => Promise<unknown>): Promise<string> {
  const asked: { readonly text: string; readonly values: readonly unknown[] }[] = [];
  const query = pg.Client.prototype.query as (...args: readonly unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: readonly unknown[]) {
    const [text, values] = args;
    if (typeof text === 'string' && /^\s*(?:select|with)/i.test(text) && !text.includes('set_config'))
      asked.push({ text, values: values as unknown[] });
    return query.apply(this, args as never);
  } as never);
  // There are no readings behind these rows: what is found cannot be shown.
  await look().catch((error) => expect(String(error)).toMatch(/no result|NoResult/i));
  spy.mockRestore();
  expect(asked.length).toBeGreaterThan(0);
  const plans = await own.query('plans', ...asked.map(({ text, values }) => `explain (costs off) ${spelt(text, values)}`));
  return plans.flatMap((plan) => plan.rows.map((row) => Object.values(row)[0])).join('\n');
}

const spelt = (text: string, values: readonly unknown[]): string =>
  text.replace(/\$(\d+)/g, (_, at: string) => {
    const value = values[Number(at) - 1];
    return typeof value === 'number' ? String(value) : pg.escapeLiteral(String(value));
  });

const day = { since: '2017-05-10', until: '2017-05-10' };
const code = 'who:c4ca4238a0b923';

test.each<[string, (of: Archive) => Promise<unknown>, readonly string[]]>([
  ['the newest', (of) => of.find({}), ['records_by_date_code_seq']],
  ['words', (of) => of.find({ words: ['word17', 'the end'], hedged: false }), ['record_words_by_terms', 'records_pkey']],
  ['a word that all have', (of) => of.find({ words: ['the'], kind: 'direct' }), ['records_by_date_code_seq', 'record_words_pkey']],
  ['a speaker', (of) => of.find({ speaker: 'given700' }), ['record_words_by_terms']],
  ['on whose word', (of) => of.find({ saidBy: 'given700' }), ['record_words_by_terms']],
  ['days', (of) => of.find({ type: 'FIGHT', place: 'UA', ...day }), ['records_by_date_code_seq']],
  ['an outlet', (of) => of.find({ outlet: 'outlet 7', ...day }), ['documents_by_outlet', 'records_by_date_code_seq']],
  ['a person', (of) => of.find({ speaker: code }), ['people_code_key', 'links_by_person', 'parts_by_actor']],
  ['facets', (of) => of.facets({ words: ['word17'] }), ['record_words_by_terms']],
  ['a document', (of) => of.document('c4ca4238a0b9'), ['documents_sha_key']],
  ['timeline', (of) => of.timeline(day), ['records_by_date_code_seq', 'parts_key']],
  ['quoted', (of) => of.quoted(day), ['records_by_date_code_seq', 'parts_key']],
  ['network', (of) => of.network({ ...day, type: 'ACCUSE' }), ['records_by_date_code_seq', 'parts_key']],
  ['claims', (of) => of.claims(day), ['records_by_date_code_seq']],
  ['somebody’s articles', (of) => of.person(code), ['people_code_key']],
])('%s: by indexes', async (_, look, indexes) => {
  const plan = await plansOf(() => look(archive));
  for (const index of indexes) expect(plan).toContain(index);
  expect(plan).not.toMatch(/Seq Scan on (?:plans\.)?(?:records|record_words|parts|texts)\b/);
});
