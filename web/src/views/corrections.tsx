import { oneLine } from '../../../src/reading/picture/visible.ts';
import { correctionsOf } from '../api/corrections.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useChanges } from '../corrections/changes.ts';
import { KeptLine } from '../corrections/review-bar.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { href } from '../route.ts';

/** Every word of a person over the machine's that stands, the newest first. */
export function CorrectionsView() {
  const { count } = useChanges();
  const { answer, error } = useAnswer(`corrections ${count}`, (signal) => correctionsOf(null, signal));
  const kept = [...(answer ?? [])].reverse();
  const where = (record: string) => {
    const [document = '', local = ''] = record.split(':');
    return href('document', document, { record: local });
  };
  return (
    <>
      <h1>Corrections</h1>
      <p class="lead">
        What you and others said against or for the machine. It is laid over its reading, holds after every re-reading, and can be taken
        back in any order.
      </p>
      <Trouble error={error} />
      {answer !== null && kept.length === 0 && (
        <p class="empty">
          None yet. Open an article, choose a record, and accept, reject or correct it; or open a person and give another name.
        </p>
      )}
      <ol class="corrections">
        {kept.map((one) => (
          <li key={one.id}>
            <p class="about">
              <span>No. {one.id}</span>
              <time dateTime={one.made}>{one.made.slice(0, 16).replace('T', ' ')}</time>
              {one.record !== null && one.correction.what !== 'reject' && <a href={where(one.record)}>{oneLine(one.record)}</a>}
              {one.record !== null && one.correction.what === 'reject' && (
                <a href={href('document', one.record.split(':')[0] ?? '')}>the article</a>
              )}
              {!one.placed && <span class="tag">waits: what it is about is not read at present</span>}
            </p>
            <ul>
              <KeptLine kept={one} />
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
