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

interface Asked {
  readonly open: boolean;
  readonly decisions: readonly Decision[] | null;
  readonly error: unknown;
  toggle(): void;
}

/** Asks when it is first opened, and keeps the answer. */
export function useWhy(record: string, ask: AskWhy): Asked {
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
  return { open, decisions, error, toggle };
}

export const WhyButton = ({ record, why }: { readonly record: string; readonly why: Asked }) => (
  <button
    type="button"
    class="quiet-button"
    data-act="why"
    aria-expanded={why.open}
    aria-label={`Why? Record ${record}`}
    onClick={why.toggle}
  >
    Why?
  </button>
);

/** Which rule or which head of the network decided each field of a record, and what it turned down. */
export function WhyBody({ why: { open, decisions, error } }: { readonly why: Asked }) {
  if (!open) return null;
  return (
    <div class="why-body">
      <Trouble error={error} />
      {decisions === null && error === null && <p>Asking…</p>}
      {decisions?.length === 0 && <p>Nothing is noted for this record.</p>}
      <dl>
        {decisions?.map(({ field, value, by, score, rejected }, at) => (
          <div key={at}>
            <dt>{field}</dt>
            <dd>
              {visible(value)}
              {sure(score)} <code>{by}</code>
              <Rejected rejected={rejected.filter((other) => other.value !== value)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
