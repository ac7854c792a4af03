import { useState } from 'preact/hooks';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { type LineagePage, lineageOf } from '../api/looks.ts';
import { Trouble } from '../parts/trouble.tsx';
import { href } from '../route.ts';

const changes: Readonly<Record<string, string>> = {
  first: 'first printed',
  same: 'the same words',
  cut: 'cut',
  longer: 'longer',
  altered: 'altered',
};

interface Asked {
  readonly open: boolean;
  readonly answer: LineagePage | null;
  readonly error: unknown;
  toggle(): void;
}

/** Asks when it is first opened, and keeps the answer. */
export function useLineage(id: string | null): Asked {
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<LineagePage | null>(null);
  const [error, setError] = useState<unknown>(null);
  const toggle = () => {
    setOpen(!open);
    if (open || answer !== null || id === null) return;
    lineageOf(id).then(
      (found) => {
        setAnswer(found);
        setError(null);
      },
      (refused: unknown) => setError(refused),
    );
  };
  return { open, answer, error, toggle };
}

export const LineageButton = ({ record, lineage }: { readonly record: string; readonly lineage: Asked }) => (
  <button
    type="button"
    class="quiet-button"
    data-act="printed"
    aria-expanded={lineage.open}
    aria-label={`Where printed? Record ${record}`}
    onClick={lineage.toggle}
  >
    Where printed?
  </button>
);

const count = (number: number, one: string, more: string): string => `${number.toLocaleString('en')} ${number === 1 ? one : more}`;

/** Every text that has it, the oldest first: where it was printed first, what was cut or altered, and how many origins that has. */
export function LineageBody({ lineage: { open, answer, error } }: { readonly lineage: Asked }) {
  if (!open) return null;
  return (
    <div class="lineage">
      <Trouble error={error} />
      {answer === null && error === null && <p>Asking…</p>}
      {answer !== null && (
        <>
          <p class="note">
            {count(answer.articles, 'printing', 'printings')}, {count(answer.origins, 'independent origin', 'independent origins')}
            {answer.outlets.length > 0 && `: ${answer.outlets.map(oneLine).join(', ')}`}
          </p>
          <ol>
            {answer.items.map(({ item, change, otherSpeaker, printings }) => (
              <li key={item.id} class={`print print-${change}`}>
                <p class="print-head">
                  <span class="change">{changes[change] ?? change}</span>
                  {item.document.published !== null && (
                    <time dateTime={item.document.published}>{item.document.published.slice(0, 10)}</time>
                  )}
                  {item.document.outlet !== null && <span>{oneLine(item.document.outlet)}</span>}
                  {printings > 1 && <span>{printings} times</span>}
                  {otherSpeaker && <span class="tag">put into another’s mouth: {item.speakers.map(oneLine).join(', ')}</span>}
                </p>
                <blockquote class="words">{oneLine(item.words)}</blockquote>
                <a href={href('document', item.document.id, { record: item.record.id })}>
                  {oneLine(item.document.title ?? 'Article without a title')}
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
