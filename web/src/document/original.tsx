import type { Span } from '../../../src/document/span.ts';
import { slice } from '../../../src/document/span.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Reading } from '../../../src/reading/schema.ts';
import { originalAddress } from '../api/client.ts';

interface OriginalProps {
  readonly reading: Reading;
  /** `quotations`, `events`, or one record's id. */
  readonly lit: string;
  change(lit: string): void;
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** The stretches of the text that a choice lights; of one record its own words come first, for that is where the page is opened. */
export function spansLit({ quotations, events }: Reading, lit: string): readonly Span[] {
  if (lit === 'quotations')
    return quotations
      .filter(({ stance }) => stance !== 'intent')
      .flatMap(({ content }) => content)
      .sort(byPlace);
  if (lit === 'events') return events.map(({ trigger }) => trigger).sort(byPlace);
  const quotation = quotations.find(({ id }) => id === lit);
  if (quotation !== undefined) return [...quotation.content, quotation.cue, quotation.source].filter((span): span is Span => span !== null);
  const event = events.find(({ id }) => id === lit);
  return event === undefined ? [] : [event.trigger];
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/**
 * The page as it came, with the exact words lit. Without scripts, forms, pop-ups and an origin: the sandbox allows nothing, and the server
 * says the same again in the answer's own policy.
 */
export function Original({ reading, lit, change }: OriginalProps) {
  const { id, title, text } = reading.document;
  return (
    <div class="original">
      <p class="note">The page as it was kept, without its scripts and without asking any other server for anything.</p>
      <label>
        <span>Lit in it</span>
        <select value={lit} onChange={(event) => change(event.currentTarget.value)}>
          <option value="quotations">all quotations</option>
          <option value="events">all events</option>
          <optgroup label="One quotation">
            {reading.quotations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id.slice(1)} {short(oneLine(slice(text, one.content[0] ?? { start: 0, end: 0 })))}
              </option>
            ))}
          </optgroup>
          <optgroup label="One event">
            {reading.events.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id.slice(1)} {one.type.toLowerCase()}: {short(oneLine(slice(text, one.trigger)))}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <iframe
        key={lit}
        src={originalAddress(id, spansLit(reading, lit))}
        sandbox=""
        referrerpolicy="no-referrer"
        title={`The original page: ${title === null ? 'without a title' : oneLine(title)}`}
      />
    </div>
  );
}
