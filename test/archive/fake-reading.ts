import { paragraphs } from '../../src/document/paragraphs.ts';
import type { Reading } from '../../src/index.ts';
import { identify } from '../../src/reading/identity.ts';

/** What a test says of a document; the rest is null. */
export interface Described {
  readonly text: string;
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly published?: string | null;
  readonly input?: Partial<Reading['document']['input']>;
  readonly version?: string;
}

type Quotation = Reading['quotations'][number];
type Event = Reading['events'][number];

/**
 * A reading by a rule that a test can follow: `Name said “…”` is a quotation, `Name accused Name` and `Name met Name in Place` are events.
 * No network, so that the archive is tested in milliseconds; it is a reading by the schema and by `verify`.
 */
export function fakeReading(described: Described): Reading {
  const { text, url = null, outlet = null, title = null, published = null, input = {}, version = '0.0.1' } = described;
  const actors = new Map<string, Reading['actors'][number]>();
  const actor = (name: string, start: number): string => {
    const known = actors.get(name) ?? {
      id: `a${actors.size + 1}`,
      name,
      kind: 'person' as const,
      of: null,
      role: null,
      country: name === 'Russia' ? 'RUS' : null,
      sector: null,
      wikidata: null,
      mentions: [],
    };
    known.mentions.push({ start, end: start + name.length, form: 'name' });
    actors.set(name, known);
    return known.id;
  };
  const quotations: Quotation[] = [];
  const events: Event[] = [];
  const places: Reading['places'] = [];
  for (const match of text.matchAll(/(\p{Lu}\p{L}+) (said|denied|accused|met) (?:“([^”]+)”|(\p{Lu}\p{L}+)(?: in (\p{Lu}\p{L}+))?)/gu)) {
    const [, who = '', verb = '', said, whom = '', where] = match;
    const start = match.index + who.length + 1;
    const cue = { start, end: start + verb.length };
    const id = actor(who, match.index);
    if (said !== undefined) {
      const content = { start: cue.end + 1, end: match.index + match[0].length };
      quotations.push({
        ...{ id: `q${quotations.length + 1}`, kind: 'direct', content: [content], cue, source: { start: match.index, end: start - 1 } },
        ...{ speaker: id, speakers: [id], unknown: null, candidates: [], via: [], stance: 'statement' },
        ...{ denied: verb === 'denied', hedged: said.includes('maybe'), hedge: null, score: 0.9 },
      });
      continue;
    }
    const recipient = actor(whom, cue.end + 1);
    if (where !== undefined) {
      const at = match.index + match[0].length - where.length;
      const place = { start: at, end: at + where.length, name: where, geonames: 1, lat: 50, lon: 30, country: 'UA' };
      places.push({ id: `p${places.length + 1}`, ...place, unknown: null, candidates: [], score: 0.9 });
    }
    events.push({
      ...{
        id: `e${events.length + 1}`,
        type: verb === 'met' ? 'CONSULT' : 'ACCUSE',
        mode: null,
        trigger: cue,
        actor: [id],
        recipient: [recipient],
      },
      ...{
        negated: false,
        hypothetical: false,
        future: false,
        historical: false,
        place: where === undefined ? null : `p${places.length}`,
        time: null,
      },
      ...{
        date: published?.slice(0, 10) ?? null,
        quotation: null,
        saidBy: null,
        via: [],
        hedge: null,
        quad: verb === 'met' ? 1 : 3,
        score: 0.8,
      },
    } as Event);
  }
  const read = paragraphs(text).length === 0 ? 0 : text.length;
  return {
    readout: 1,
    document: {
      id: identify(text),
      input: { id: null, uri: null, record: null, ...input },
      ...{ url, outlet, title, byline: [], published, dateline: null, language: 'en', text },
    },
    ...{ names: [], actors: [...actors.values()], quotations, events, places, times: [] },
    ledger: { characters: text.length, read, skipped: [] },
    engine: { version, model: `sha256:${'0'.repeat(64)}` },
  };
}
