import { useState } from 'preact/hooks';
import type { Decision } from '../../../src/extract/why.ts';
import { visible } from '../../../src/reading/picture/visible.ts';
import { Trouble } from '../parts/trouble.tsx';

export type AskWhy = (record: string) => Promise<readonly Decision[]>;

const sure = (score: number | null): string => (score === null ? '' : ` (${score.toFixed(2)})`);

function Rejected({ rejected }: Pick<Decision, 'rejected'>) {
  if (rejected.length === 0) return null;
  return (
    <ul>
      {rejected.map(({ value, score, reason }, at) => (
        <li key={at}>
          not {visible(value)}
          {sure(score)}
          {reason === undefined ? '' : `: ${visible(reason)}`}
        </li>
      ))}
    </ul>
  );
}

/** Which rule or which head of the network decided each field of a record, and what it turned down. */
export function Why({ record, ask }: { readonly record: string; readonly ask: AskWhy }) {
  const [decisions, setDecisions] = useState<readonly Decision[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [open, setOpen] = useState(false);
  const toggle = async () => {
    setOpen(!open);
    if (open || decisions !== null) return;
    try {
      setDecisions(await ask(record));
      setError(null);
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div class="why">
      <button type="button" class="quiet-button" aria-expanded={open} aria-label={`Why: record ${record}`} onClick={toggle}>
        Why?
      </button>
      {open && (
        <div class="why-body">
          <Trouble error={error} />
          {decisions?.length === 0 && <p>Nothing is noted for this record.</p>}
          {decisions !== null && decisions.length > 0 && (
            <dl>
              {decisions.map(({ field, value, by, score, rejected }, at) => (
                <div key={at}>
                  <dt>{field}</dt>
                  <dd>
                    {visible(value)}
                    {sure(score)} <code>{by}</code>
                    <Rejected rejected={rejected} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      )}
    </div>
  );
}
