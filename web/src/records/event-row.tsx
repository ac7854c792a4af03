import { useState } from 'preact/hooks';
import { slice } from '../../../src/document/span.ts';
import { namesOf, type People } from '../../../src/reading/picture/people.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Event, Reading } from '../../../src/reading/schema.ts';
import { CorrectForm } from '../corrections/correct-form.tsx';
import { ReviewBar } from '../corrections/review-bar.tsx';
import type { Pointing } from '../text/annotated-text.tsx';
import { type Beyond, OriginalLink } from './beyond.tsx';
import { LineageBody, LineageButton, useLineage } from './lineage.tsx';
import { eventFlags, quadOf, Score, Tags } from './tags.tsx';
import { type AskWhy, useWhy, WhyBody, WhyButton } from './why.tsx';

interface RowProps extends Pointing {
  readonly reading: Reading;
  readonly people: People;
  readonly event: Event;
  readonly askWhy: AskWhy;
  readonly beyond: Beyond;
  seeWords(record: string): void;
  /** The record is gone: one goes on with its neighbour. */
  gone(record: string): void;
}

/** On whose word an event stands, outwards: said by Ponomarev, according to the AP. */
function Word({ event, people, seeWords }: Pick<RowProps, 'event' | 'people' | 'seeWords'>) {
  const { saidBy, via, quotation } = event;
  return (
    <>
      {saidBy === null ? (quotation === null ? 'the writer’s' : 'a speaker not named') : namesOf(people, [saidBy])}
      {via.map((id) => (
        <span key={id} class="chain">
          {' '}
          according to {namesOf(people, [id])}
        </span>
      ))}
      {quotation !== null && (
        <>
          {' '}
          <button
            type="button"
            class="number"
            aria-label={`Show quotation ${quotation.slice(1)} in the text`}
            onClick={() => seeWords(quotation)}
          >
            {quotation.slice(1)}
          </button>
        </>
      )}
    </>
  );
}

export function EventRow({ reading, people, event, askWhy, beyond, over, seeWords, gone }: RowProps) {
  const why = useWhy(event.id, askWhy);
  const lineage = useLineage(beyond.idOf?.(event.id) ?? null);
  const [correcting, setCorrecting] = useState(false);
  const quad = quadOf(event);
  const words = oneLine(slice(reading.document.text, event.trigger));
  const place = reading.places.find(({ id }) => id === event.place);
  return (
    <>
      <tr
        class="event"
        data-card={event.id}
        id={`card-${event.id}`}
        tabIndex={-1}
        onMouseEnter={() => over(event.id)}
        onMouseLeave={() => over(null)}
        onFocusCapture={() => over(event.id)}
        onBlurCapture={() => over(null)}
      >
        <th scope="row" class={`type quad${event.quad}`}>
          <span aria-hidden="true" class="sign">
            {quad.sign}
          </span>{' '}
          {event.type.toLowerCase()}
          {event.mode !== null && <span class="mode"> {oneLine(event.mode)}</span>}
          <span class="hidden"> ({quad.name})</span>
          <button
            type="button"
            class="in-text"
            aria-label={`“${words}”: show event ${event.id.slice(1)} in the text`}
            onClick={() => seeWords(event.id)}
          >
            “{words}”
          </button>
        </th>
        <td data-label="Who → whom">
          <span>
            {event.actor.length === 0 ? <span class="nobody">nobody told</span> : namesOf(people, event.actor)}
            {event.recipient.length > 0 && (
              <>
                {' '}
                <span aria-hidden="true">→</span>
                <span class="hidden">to</span> {namesOf(people, event.recipient)}
              </>
            )}
          </span>
          <Tags words={eventFlags(event)} />
        </td>
        <td data-label="When and where">
          <span>
            {event.date === null ? <span class="nobody">no date</span> : <time class="when">{event.date}</time>}
            {place !== undefined && <span class="place"> {oneLine(place.name)}</span>}
          </span>
        </td>
        <td data-label="On whose word">
          <span>
            <Word event={event} people={people} seeWords={seeWords} />
          </span>
        </td>
        <td class="event-end">
          <Score score={event.score} />
          <OriginalLink record={event.id} beyond={beyond} />
          {beyond.idOf !== undefined && <LineageButton record={event.id} lineage={lineage} />}
          <WhyButton record={event.id} why={why} />
          {beyond.review !== undefined && (
            <ReviewBar
              record={event.id}
              review={beyond.review}
              correcting={correcting}
              correct={() => setCorrecting(!correcting)}
              gone={() => gone(event.id)}
            />
          )}
        </td>
      </tr>
      {(why.open || lineage.open || correcting) && (
        <tr class="why-row">
          <td colSpan={5}>
            <WhyBody why={why} />
            <LineageBody lineage={lineage} />
            {correcting && beyond.idOf !== undefined && (
              <CorrectForm
                record={event}
                id={beyond.idOf(event.id)}
                people={people}
                close={() => {
                  setCorrecting(false);
                  document.getElementById(`card-${event.id}`)?.focus();
                }}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
