import type { Item } from '../../../src/archive/query.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Event, Quotation } from '../../../src/reading/schema.ts';
import { eventFlags, kindNames, quadOf, quotationFlags, Score, Tags } from '../records/tags.tsx';
import { href } from '../route.ts';
import { stretches } from './highlight.ts';

const list = (names: readonly string[]): string => names.map(oneLine).join(', ');

function Lit({ words, query }: { readonly words: string; readonly query: string }) {
  return (
    <>{stretches(oneLine(words), query).map((stretch, at) => (stretch.found ? <mark key={at}>{stretch.words}</mark> : stretch.words))}</>
  );
}

function QuotationHit({ item, record }: { readonly item: Item; readonly record: Quotation }) {
  return (
    <>
      <strong>{item.speakers.length === 0 ? 'Nobody named' : list(item.speakers)}</strong>
      <span class="kind"> {kindNames[record.kind]}</span>
      <Tags words={quotationFlags(record)} />
      <Score score={record.score} />
    </>
  );
}

function EventHit({ item, record }: { readonly item: Item; readonly record: Event }) {
  const quad = quadOf(record);
  return (
    <>
      <span class={`type quad${record.quad}`}>
        <span aria-hidden="true" class="sign">
          {quad.sign}
        </span>{' '}
        {record.type.toLowerCase()}
        {record.mode !== null && <span class="mode"> {oneLine(record.mode)}</span>}
        <span class="hidden"> ({quad.name})</span>
      </span>{' '}
      <strong>
        {item.actors.length === 0 ? 'nobody told' : list(item.actors)}
        {item.recipients.length > 0 && (
          <>
            {' '}
            <span aria-hidden="true">→</span>
            <span class="hidden">to</span> {list(item.recipients)}
          </>
        )}
      </strong>
      <Tags words={eventFlags(record)} />
      {item.saidBy !== null && <span class="kind"> on the word of {oneLine(item.saidBy)}</span>}
      <Score score={record.score} />
    </>
  );
}

/** A record that was found, with its words lit and the way to where it stands. */
export function Hit({ item, query }: { readonly item: Item; readonly query: string }) {
  const { document, record } = item;
  const look = 'content' in record ? `lit content ${record.kind}` : 'event-words';
  return (
    <li class="hit">
      <p class="hit-head">
        {'content' in record ? <QuotationHit item={item} record={record} /> : <EventHit item={item} record={record} />}
      </p>
      <blockquote class="words">
        <span class={look}>
          <Lit words={item.words} query={query} />
        </span>
      </blockquote>
      <p class="about">
        <a href={href('document', document.id, { record: record.id })}>
          {document.title === null ? 'Article without a title' : oneLine(document.title)}
        </a>
        {document.outlet !== null && <span>{oneLine(document.outlet)}</span>}
        {item.date !== null && <time dateTime={item.date}>{oneLine(item.date)}</time>}
        {item.place !== null && <span>{oneLine(item.place)}</span>}
        <code>{item.id}</code>
      </p>
    </li>
  );
}
