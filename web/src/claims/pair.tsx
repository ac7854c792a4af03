import type { Claim } from '../../../src/archive/looks/claims.ts';
import type { Item } from '../../../src/archive/query.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { eventFlags, quotationFlags, Tags } from '../records/tags.tsx';
import { href } from '../route.ts';

const list = (names: readonly string[], none: string): string => (names.length === 0 ? none : names.map(oneLine).join(', '));

/** Who says it, or who does what to whom. */
function headOf({ record, speakers, actors, recipients, saidBy }: Item): string {
  if ('content' in record) return list(speakers, 'Nobody named');
  const act = `${list(actors, 'nobody told')} → ${list(recipients, 'nobody told')}: ${record.type.toLowerCase()}`;
  return saidBy === null ? act : `${act}, on the word of ${oneLine(saidBy)}`;
}

const Side = ({ item, part }: { readonly item: Item; readonly part: 'Claim' | 'Denial' }) => (
  <div class={`side ${part.toLowerCase()}`}>
    <h3>
      {part} <span class="side-who">{headOf(item)}</span>
    </h3>
    <blockquote class="words">{oneLine(item.words)}</blockquote>
    <Tags words={'content' in item.record ? quotationFlags(item.record) : eventFlags(item.record)} />
    <p class="about">
      <a href={href('document', item.document.id, { record: item.record.id })}>
        {oneLine(item.document.title ?? 'Article without a title')}
      </a>
      {item.document.outlet !== null && <span>{oneLine(item.document.outlet)}</span>}
      {item.date !== null && <time dateTime={item.date}>{oneLine(item.date)}</time>}
    </p>
  </div>
);

/** A claim beside its denial, and why the one is taken for an answer to the other. */
export const Pair = ({ pair: { claim, denial, reason, documents, origins } }: { readonly pair: Claim }) => (
  <li class="pair">
    <div class="sides">
      <Side item={claim} part="Claim" />
      <Side item={denial} part="Denial" />
    </div>
    <p class="note">
      Taken together: {reason}.{' '}
      {documents > 1 && `The denial stands in ${documents} articles of ${origins} independent ${origins === 1 ? 'origin' : 'origins'}.`}
    </p>
  </li>
);
