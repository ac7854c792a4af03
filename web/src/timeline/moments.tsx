import { useEffect, useRef, useState } from 'preact/hooks';
import type { Moment } from '../../../src/archive/looks/timeline.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { Trouble } from '../parts/trouble.tsx';
import { href } from '../route.ts';

/** The moments drawn over time. What draws them is fetched only when it is wanted; the list beneath says the same in words. */
export function Chart({ moments }: { readonly moments: readonly Moment[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [earlier, setEarlier] = useState(0);
  useEffect(() => {
    let gone = false;
    const draw = async () => {
      try {
        const { chart } = await import('./chart.ts');
        if (gone || frame.current === null) return;
        const drawn = chart(moments, Math.max(280, frame.current.clientWidth));
        frame.current.replaceChildren(drawn.picture);
        setEarlier(drawn.earlier);
      } catch (failed) {
        setError(failed);
      }
    };
    const watch = new ResizeObserver(() => void draw());
    if (frame.current !== null) watch.observe(frame.current);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [moments]);
  return (
    <>
      <div class="chart" ref={frame} role="img" aria-label={`${moments.length} events over time, by type; the list below names each.`} />
      {earlier > 0 && (
        <p class="note">
          {earlier} much earlier {earlier === 1 ? 'event is' : 'events are'} in the list only.
        </p>
      )}
      <Trouble error={error} />
    </>
  );
}

const names = (some: readonly string[]): string => some.map(oneLine).join(', ');

/** What happened, the oldest first, each with the record that was printed first. */
export const Moments = ({ moments }: { readonly moments: readonly Moment[] }) => (
  <ol class="moments">
    {moments.map(({ lead, date, type, negated, actors, recipients, documents, outlets }) => (
      <li key={lead.id}>
        <time dateTime={date}>{date}</time>
        <div>
          <p>
            <span class="type">{type.toLowerCase()}</span>{' '}
            <strong>
              {actors.length === 0 ? 'nobody told' : names(actors)}
              {recipients.length > 0 && (
                <>
                  {' '}
                  <span aria-hidden="true">→</span>
                  <span class="hidden">to</span> {names(recipients)}
                </>
              )}
            </strong>
            {negated && <span class="tag tag-denied">did not happen</span>}
          </p>
          <blockquote class="words">{oneLine(lead.words)}</blockquote>
          <p class="about">
            <a href={href('document', lead.document.id, { record: lead.record.id })}>
              {oneLine(lead.document.title ?? 'Article without a title')}
            </a>
            {documents > 1 && (
              <span>
                told by {documents} articles{outlets.length > 0 ? ` of ${names(outlets)}` : ''}
              </span>
            )}
          </p>
        </div>
      </li>
    ))}
  </ol>
);
