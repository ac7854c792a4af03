import { type Span, slice } from '../document/span.ts';
import type { Event, Quotation, Reading } from '../reading/schema.ts';
import type { ArchiveForm } from './archive-form.ts';
import { byId } from './by-id.ts';
import { codePoints } from './code-points.ts';

/** So many characters on either side of the words, to find them again in a page that has changed. */
const AROUND = 32;

const context = ['http://www.w3.org/ns/anno.jsonld', { readout: 'urn:readout:' }];

const urn = (document: string, local = ''): string => `urn:${document}${local === '' ? '' : `#${local}`}`;

/** The characters before or after, no surrogate cut from its other half. */
function around(text: string, start: number, end: number): string {
  const from = /[\udc00-\udfff]/.test(text.charAt(start)) ? start + 1 : start;
  const to = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
  return text.slice(Math.min(from, to), to);
}

type Position = (at: number) => number;

/** A stretch of the text: by its words, by the standard's positions (code points), and by ours (UTF-16 units). */
function target({ document }: Reading, span: Span, position: Position) {
  const { text } = document;
  const { start, end } = span;
  return {
    type: 'SpecificResource',
    source: document.url ?? urn(document.id),
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: slice(text, span),
        prefix: around(text, Math.max(0, start - AROUND), start),
        suffix: around(text, end, Math.min(text.length, end + AROUND)),
      },
      { type: 'TextPositionSelector', start: position(start), end: position(end) },
    ],
    'readout:utf16': { 'readout:start': start, 'readout:end': end },
  };
}

const textual = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value, format: 'text/plain', language: 'en' });

function names(reading: Reading, ids: readonly (string | null)[]): string {
  const actors = byId(reading.actors);
  return ids.flatMap((id) => (id === null ? [] : [actors.get(id)?.name ?? id])).join('; ');
}

function annotation(
  reading: Reading,
  record: Quotation | Event,
  spans: readonly Span[],
  bodies: readonly (readonly [string, string])[],
  position: Position,
) {
  const targets = spans.map((span) => target(reading, span, position));
  return {
    id: urn(reading.document.id, record.id),
    type: 'Annotation',
    motivation: 'identifying',
    generator: {
      id: `urn:readout:engine:${reading.engine.version}:${reading.engine.model}`,
      type: 'Software',
      name: `readout ${reading.engine.version}`,
    },
    body: bodies.filter(([, value]) => value !== '').map(([purpose, value]) => textual(purpose, value)),
    target: targets.length === 1 ? targets[0] : targets,
    'readout:record': record,
    'readout:document': urn(reading.document.id),
  };
}

/** The annotations of a reading: quotations on their words, events on their triggers. */
export function annotations(reading: Reading): readonly object[] {
  const position = codePoints(reading.document.text);
  return [
    ...reading.quotations.map((quotation) =>
      annotation(
        reading,
        quotation,
        quotation.content,
        [
          ['classifying', 'quotation'],
          ['tagging', quotation.kind],
          ['describing', names(reading, quotation.speakers)],
        ],
        position,
      ),
    ),
    ...reading.events.map((event) =>
      annotation(
        reading,
        event,
        [event.trigger],
        [
          ['classifying', 'event'],
          ['tagging', event.type],
          ['describing', [names(reading, event.actor), names(reading, event.recipient)].filter((side) => side !== '').join(' → ')],
        ],
        position,
      ),
    ),
  ];
}

/** One page of W3C annotations (JSON-LD): https://www.w3.org/TR/annotation-model/. A line an annotation, so that it can be cut. */
export const webAnnotation: ArchiveForm = {
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  ending: '.jsonld',
  async *write(source) {
    yield `{"@context":${JSON.stringify(context)},"id":"urn:readout:archive","type":"AnnotationPage","items":[`;
    let separator = '\n';
    for await (const reading of source.readings()) {
      const found = annotations(reading).map((one) => JSON.stringify(one));
      if (found.length === 0) continue;
      yield `${separator}${found.join(',\n')}`;
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};
