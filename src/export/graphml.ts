import type { Identity } from '../archive/people/in-document.ts';
import { wordsOf } from '../archive/rows.ts';
import { contains, slice } from '../document/span.ts';
import type { Actor, Event, Quotation, Reading } from '../reading/schema.ts';
import type { ArchiveForm, Source } from './archive-form.ts';
import type { Field } from './rows.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** As XML 1.0 takes it: what it has no place for becomes a replacement character. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (mark) => escapes[mark] ?? mark);

const nodeKeys = { name: 'string', kind: 'string', role: 'string', country: 'string' } as const;
const edgeKeys = {
  relation: 'string',
  type: 'string',
  mode: 'string',
  quad: 'int',
  date: 'string',
  words: 'string',
  negated: 'boolean',
  hedged: 'boolean',
  said_by: 'string',
  record: 'string',
  document: 'string',
  url: 'string',
  outlet: 'string',
  score: 'double',
} as const;

const data = (keys: object, values: Readonly<Record<string, Field>>): string =>
  Object.keys(keys)
    .map((key) => [key, values[key] ?? null] as const)
    .flatMap(([key, value]) =>
      value === null || value === '' ? [] : [`<data key="${keys === nodeKeys ? 'n' : 'e'}_${key}">${xml(String(value))}</data>`],
    )
    .join('');

function* head(): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [key, type] of Object.entries(nodeKeys)) yield `<key id="n_${key}" for="node" attr.name="${key}" attr.type="${type}"/>\n`;
  for (const [key, type] of Object.entries(edgeKeys)) yield `<key id="e_${key}" for="edge" attr.name="${key}" attr.type="${type}"/>\n`;
  yield '<graph id="readout" edgedefault="directed">\n';
}

/** A reading with who its actors are over all documents. */
interface Told {
  readonly reading: Reading;
  node(local: string): string;
  readonly people: ReadonlyMap<string, Identity>;
}

async function* told(source: Source): AsyncGenerator<Told> {
  for await (const reading of source.readings()) {
    const people = await source.peopleIn(reading.document.id);
    const here = reading.document.id.slice(7, 19);
    yield { reading, people, node: (local) => people.get(local)?.id ?? `${here}:${local}` };
  }
}

/** Whom a quotation speaks of: the actors that its words mention, without the speakers. */
const spokenOf = ({ actors }: Reading, { content, speakers }: Quotation): readonly Actor[] =>
  actors.filter(
    ({ id, mentions }) => !speakers.includes(id) && mentions.some((mention) => content.some((part) => contains(part, mention))),
  );

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly record: Quotation | Event;
}

/** Who says something of whom, and who does something to whom. */
function edges(reading: Reading): readonly Edge[] {
  return [
    ...reading.quotations.flatMap((record) =>
      record.speakers.flatMap((from) => spokenOf(reading, record).map(({ id }) => ({ from, to: id, record }))),
    ),
    ...reading.events.flatMap((record) => record.actor.flatMap((from) => record.recipient.map((to) => ({ from, to, record })))),
  ];
}

function edge({ reading, node }: Told, { from, to, record }: Edge, number: number): string {
  const { document } = reading;
  const about = {
    record: `${document.id.slice(7, 19)}:${record.id}`,
    document: document.id,
    url: document.url,
    outlet: document.outlet,
    score: record.score,
  };
  const values =
    'content' in record
      ? {
          relation: 'says of',
          date: document.published,
          words: wordsOf(document.text, record),
          negated: record.denied,
          hedged: record.hedged,
        }
      : {
          relation: 'does to',
          ...{ type: record.type, mode: record.mode, quad: record.quad, date: record.date, words: slice(document.text, record.trigger) },
          ...{ negated: record.negated, hedged: record.hedge !== null, said_by: record.saidBy && node(record.saidBy) },
        };
  return `<edge id="x${number}" source="${xml(node(from))}" target="${xml(node(to))}">${data(edgeKeys, { ...about, ...values })}</edge>\n`;
}

/** Those who have part in anything, each once. */
function* nodes({ reading, people, node }: Told, seen: Set<string>): Generator<string> {
  const parts = new Set([
    ...reading.quotations.flatMap(({ speakers, via }) => [...speakers, ...via]),
    ...reading.events.flatMap(({ actor, recipient, saidBy, via }) => [
      ...actor,
      ...recipient,
      ...(saidBy === null ? [] : [saidBy]),
      ...via,
    ]),
    ...edges(reading).map(({ to }) => to),
  ]);
  for (const actor of reading.actors) {
    const id = node(actor.id);
    if (!parts.has(actor.id) || seen.has(id)) continue;
    if (people.has(actor.id)) seen.add(id);
    const { name, kind, role, country } = people.get(actor.id) ?? actor;
    yield `<node id="${xml(id)}">${data(nodeKeys, { name, kind, role, country })}</node>\n`;
  }
}

/**
 * The network: actors, and an edge for each quotation from its speaker to those it speaks of, and for each event from its actor to its
 * recipient. Read twice, nodes first; memory holds an id for each person who is in more than one document.
 */
export const graphml: ArchiveForm = {
  mediaType: 'application/graphml+xml',
  ending: '.graphml',
  async *write(source) {
    yield* head();
    const seen = new Set<string>();
    for await (const one of told(source)) yield [...nodes(one, seen)].join('');
    let number = 0;
    for await (const one of told(source))
      yield edges(one.reading)
        .map((found) => edge(one, found, ++number))
        .join('');
    yield '</graph>\n</graphml>\n';
  },
};
