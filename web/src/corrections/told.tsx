import { useState } from 'preact/hooks';
import { Trouble } from '../parts/trouble.tsx';
import { href } from '../route.ts';
import { putAway, takeBack, useChanges } from './changes.ts';
import { correctionWords } from './words.ts';

/** What was corrected last, with the way back. */
export function Told() {
  const { told } = useChanges();
  const [error, setError] = useState<unknown>(null);
  if (told === null) return null;
  const undo = () => takeBack(told).then(() => setError(null), setError);
  return (
    <aside class="told" aria-label="Your last correction">
      <p>
        <span aria-hidden="true">✓</span> {correctionWords(told)}
      </p>
      <div class="actions">
        <button type="button" onClick={undo}>
          Undo{' '}
          <span aria-hidden="true">
            <kbd>u</kbd>
          </span>
        </button>
        <a href={href('corrections')}>All corrections</a>
        <button type="button" class="quiet-button" onClick={putAway}>
          Put away
        </button>
      </div>
      <Trouble error={error} />
    </aside>
  );
}
