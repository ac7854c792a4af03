import { useEffect, useState } from 'preact/hooks';
import type { Ledger } from '../../../src/archive/ledger.ts';
import type { Run } from '../../../src/archive/runs.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { runsOf } from '../api/samples.ts';
import { useAnswer } from '../api/use-answer.ts';
import { reasons } from '../ledger/reasons.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';

type Reasons = Awaited<ReturnType<typeof reasons>>;

const skippedOf = ({ skipped }: Ledger): number => Object.values(skipped).reduce((sum, count) => sum + count, 0);
const time = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

/** Why things were skipped, by the code of the reason. */
function Skipped({ ledger, known }: { readonly ledger: Ledger; readonly known: Reasons | null }) {
  return (
    <dl class="skipped">
      {Object.entries(ledger.skipped)
        .sort(([, a], [, b]) => b - a)
        .map(([code, count]) => (
          <div key={code}>
            <dt>
              {count} <code>{oneLine(code)}</code>
            </dt>
            <dd>
              {known?.get(code)?.happened} <span class="note">{known?.get(code)?.next}</span>
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Row({ run: { id, started, finished, ledger }, known }: { readonly run: Run; readonly known: Reasons | null }) {
  const skipped = ledger === null ? 0 : skippedOf(ledger);
  return (
    <>
      <tr>
        <th scope="row">
          No. {id} <time dateTime={started}>{time(started)}</time>
        </th>
        {ledger === null ? (
          <td colSpan={6}>{finished === null ? 'runs, or was interrupted; what it had kept until then is kept' : 'no ledger'}</td>
        ) : (
          [ledger.offered, ledger.read, ledger.versions, ledger.unchanged, ledger.duplicate, skipped].map((count, at) => (
            <td
              key={at}
              class={count === 0 ? 'none' : ''}
              data-label={['offered', 'read', 'new versions', 'unchanged', 'duplicates', 'skipped'][at]}
            >
              {count.toLocaleString('en')}
            </td>
          ))
        )}
      </tr>
      {ledger !== null && skipped > 0 && (
        <tr class="why-row">
          <td colSpan={7}>
            <Skipped ledger={ledger} known={known} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Every ingest: what was offered, read and skipped, and why. */
export function LedgerView() {
  const { answer, error } = useAnswer('ledger', (signal) => runsOf(null, signal));
  const [more, setMore] = useState<{ readonly items: readonly Run[]; readonly next: string | null } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const [known, setKnown] = useState<Reasons | null>(null);
  useEffect(() => {
    reasons().then(setKnown, setFailed);
  }, []);
  useEffect(() => {
    if (answer !== null) announce(`${answer.all} ingests.`);
  }, [answer]);
  const items = [...(answer?.items ?? []), ...(more?.items ?? [])];
  const next = more === null ? (answer?.next ?? null) : more.next;
  const goOn = () => runsOf(next).then((page) => setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next }), setFailed);
  return (
    <>
      <h1>Ledger</h1>
      <p class="lead">
        What was offered to this archive, and what became of it. Read, unchanged, duplicates and skipped add up to what was offered; new
        versions are among the read.
      </p>
      <Trouble error={error ?? failed} />
      {answer !== null && items.length === 0 && (
        <p class="empty">
          Nothing was ingested yet. Use <code>readout ingest</code>, or read an article and keep it.
        </p>
      )}
      {items.length > 0 && (
        <table class="ledger-table">
          <caption class="hidden">Ingests, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Ingest</th>
              <th scope="col">Offered</th>
              <th scope="col">Read</th>
              <th scope="col">New versions</th>
              <th scope="col">Unchanged</th>
              <th scope="col">Duplicates</th>
              <th scope="col">Skipped</th>
            </tr>
          </thead>
          <tbody>
            {items.map((run) => (
              <Row key={run.id} run={run} known={known} />
            ))}
          </tbody>
        </table>
      )}
      {next !== null && (
        <button type="button" onClick={goOn}>
          Show more
        </button>
      )}
    </>
  );
}
