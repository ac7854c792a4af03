import type { Span } from '../document/span.ts';
import { eventTypes, type Reading } from '../reading/schema.ts';
import { ZipWriter } from '../zip/writer.ts';
import type { ArchiveForm } from './archive-form.ts';
import { codePoints } from './code-points.ts';

const kinds = { person: 'Person', group: 'Group', organisation: 'Organisation', country: 'Country', unnamed: 'Unnamed' } as const;
const eventFlags = { negated: 'Negated', hypothetical: 'Hypothetical', future: 'Future', historical: 'Historical' } as const;

/** What brat has to know of our types. */
const configuration = `[entities]
${Object.values(kinds).join('\n')}
Place
Time
Quotation
Cue
Source

[relations]
Speaker\tArg1:Quotation, Arg2:<ENTITY>
CueOf\tArg1:Cue, Arg2:Quotation
SourceOf\tArg1:Source, Arg2:Quotation
Same\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive

[events]
${eventTypes.map((type) => `${type}\tActor*:<ENTITY>, Recipient*:<ENTITY>, Place?:Place, Time?:Time`).join('\n')}

[attributes]
${Object.values(eventFlags)
  .map((name) => `${name}\tArg:<EVENT>`)
  .join('\n')}
Denied\tArg:Quotation
Hedged\tArg:Quotation
Kind\tArg:Quotation, Value:direct|indirect|mixed
`;

/** A stretch cut at its line ends, which brat's lines cannot hold; white space at a cut falls away. */
function cut(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const blank = /^\s*/.exec(match[0])?.[0].length ?? 0;
    const length = match[0].trimEnd().length;
    if (length > blank) parts.push({ start: start + match.index + blank, end: start + match.index + length });
  }
  return parts;
}

/** A document's .ann file. Positions are Unicode code points into its .txt file. */
export function standoff(reading: Reading): string {
  const { text } = reading.document;
  const position = codePoints(text);
  const lines: string[] = [];
  let [stretches, relations, attributes, notes] = [0, 0, 0, 0];
  /** Writes a stretch down. @returns its id; null for one of nothing but blanks */
  const mark = (type: string, spans: readonly Span[]): string | null => {
    const parts = spans.flatMap((span) => cut(text, span));
    if (parts.length === 0) return null;
    const id = `T${++stretches}`;
    const places = parts.map(({ start, end }) => `${position(start)} ${position(end)}`).join(';');
    lines.push(`${id}\t${type} ${places}\t${parts.map(({ start, end }) => text.slice(start, end).replaceAll('\t', ' ')).join(' ')}`);
    return id;
  };
  const relate = (type: string, one: string | null, other: string | null): void => {
    if (one !== null && other !== null) lines.push(`R${++relations}\t${type} Arg1:${one} Arg2:${other}`);
  };
  const say = (name: string, of: string | null, value = ''): void => {
    if (of !== null) lines.push(`A${++attributes}\t${name} ${of}${value === '' ? '' : ` ${value}`}`);
  };

  const mentions = new Map<string, { readonly id: string; readonly start: number }[]>();
  for (const actor of reading.actors) {
    const marked = actor.mentions.flatMap((mention) => {
      const id = mark(kinds[actor.kind], [mention]);
      return id === null ? [] : [{ id, start: mention.start }];
    });
    mentions.set(actor.id, marked);
    const [first] = marked;
    if (marked.length > 1) lines.push(`*\tSame ${marked.map(({ id }) => id).join(' ')}`);
    if (first)
      lines.push(
        `#${++notes}\tAnnotatorNotes ${first.id}\t${[actor.id, actor.name, actor.role ?? '', actor.country ?? ''].join('; ').replace(/\s+/g, ' ')}`,
      );
  }
  /** The mention of an actor that stands closest. */
  const nearest = (actor: string, at: number): string | null =>
    (mentions.get(actor) ?? []).reduce<{ id: string; start: number } | null>(
      (best, one) => (best === null || Math.abs(one.start - at) < Math.abs(best.start - at) ? one : best),
      null,
    )?.id ?? null;
  const places = new Map(reading.places.map((place) => [place.id, mark('Place', [place])]));
  const times = new Map(reading.times.map((time) => [time.id, mark('Time', [time])]));

  for (const quotation of reading.quotations) {
    const words = mark('Quotation', quotation.content);
    const at = quotation.source?.start ?? quotation.content[0]?.start ?? 0;
    for (const speaker of quotation.speakers) relate('Speaker', words, nearest(speaker, at));
    if (quotation.cue) relate('CueOf', mark('Cue', [quotation.cue]), words);
    if (quotation.source) relate('SourceOf', mark('Source', [quotation.source]), words);
    say('Kind', words, quotation.kind);
    if (quotation.denied) say('Denied', words);
    if (quotation.hedged) say('Hedged', words);
  }
  let events = 0;
  for (const event of reading.events) {
    const trigger = mark(event.type, [event.trigger]);
    if (trigger === null) continue;
    const part = (role: string, of: string | null | undefined, i = 0) => (of ? [`${role}${i === 0 ? '' : i + 1}:${of}`] : []);
    const id = `E${++events}`;
    lines.push(
      [
        `${id}\t${event.type}:${trigger}`,
        ...event.actor.flatMap((actor, i) => part('Actor', nearest(actor, event.trigger.start), i)),
        ...event.recipient.flatMap((actor, i) => part('Recipient', nearest(actor, event.trigger.start), i)),
        ...part('Place', event.place && places.get(event.place)),
        ...part('Time', event.time && times.get(event.time)),
      ].join(' '),
    );
    for (const [flag, name] of Object.entries(eventFlags)) if (event[flag as keyof typeof eventFlags]) say(name, id);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Files for brat (https://brat.nlplab.org) in one zip file: annotation.conf, and a .txt and .ann for each document. */
export const brat: ArchiveForm = {
  mediaType: 'application/zip',
  ending: '.brat.zip',
  async *write(source) {
    const zip = new ZipWriter();
    const encoder = new TextEncoder();
    const file = (name: string, text: string) => zip.add(`readout-brat/${name}`, encoder.encode(text.toWellFormed())).chunks;
    yield* file('annotation.conf', configuration);
    for await (const reading of source.readings()) {
      const name = reading.document.id.slice(7, 27);
      yield* file(`${name}.txt`, reading.document.text);
      yield* file(`${name}.ann`, standoff(reading));
    }
    yield* zip.end();
  },
};
