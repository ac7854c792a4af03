import { useState } from 'preact/hooks';
import type { Kept } from '../../../src/archive/corrections/correction.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { Trouble } from '../parts/trouble.tsx';
import { correctAll, takeBack } from './changes.ts';
import type { Review } from './review.ts';
import { correctionWords } from './words.ts';

interface BarProps {
  /** The record's id in the reading. */
  readonly record: string;
  readonly review: Review;
  readonly correcting: boolean;
  correct(): void;
  /** After a rejection: the record is gone. */
  gone(): void;
}

/** A standing correction, with the way back. */
export function KeptLine({ kept }: { readonly kept: Kept }) {
  const [error, setError] = useState<unknown>(null);
  const words = correctionWords(kept);
  return (
    <li class="kept-line">
      <span>
        {words}
        {kept.note !== null && <q class="correction-note">{oneLine(kept.note)}</q>}
      </span>{' '}
      <button type="button" class="quiet-button" aria-label={`Undo: ${words}`} onClick={() => takeBack(kept).catch(setError)}>
        Undo
      </button>
      <Trouble error={error} />
    </li>
  );
}

/** Right, none, or to be corrected: a reader's word on a record. */
export function ReviewBar({ record, review, correcting, correct, gone }: BarProps) {
  const [error, setError] = useState<unknown>(null);
  const kept = review.kept.get(record) ?? [];
  const accepted = kept.find(({ correction }) => correction.what === 'accept');
  const others = kept.filter((one) => one !== accepted);
  const accept = () =>
    (accepted === undefined ? correctAll([{ what: 'accept', record: review.idOf(record) }]) : takeBack(accepted)).then(
      () => setError(null),
      setError,
    );
  const reject = async () => {
    try {
      await correctAll([{ what: 'reject', record: review.idOf(record) }]);
      gone();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div class="review">
      <div class="review-buttons">
        <button
          type="button"
          data-act="accept"
          aria-pressed={accepted !== undefined}
          aria-label={`${accepted === undefined ? 'Accept' : 'Accepted'}: record ${record}`}
          onClick={accept}
        >
          <span aria-hidden="true">✓</span> {accepted === undefined ? 'Accept' : 'Accepted'}
        </button>
        <button type="button" data-act="reject" aria-label={`Reject record ${record}`} onClick={reject}>
          <span aria-hidden="true">✗</span> Reject
        </button>
        <button type="button" data-act="correct" aria-expanded={correcting} aria-label={`Correct record ${record}`} onClick={correct}>
          Correct…
        </button>
      </div>
      {others.length > 0 && (
        <ul class="kept-lines" aria-label="Your corrections of this record">
          {others.map((one) => (
            <KeptLine key={one.id} kept={one} />
          ))}
        </ul>
      )}
      <Trouble error={error} />
    </div>
  );
}
