import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sample, Sampled, Verdict } from '../../../src/archive/sample/sample.ts';
import { judge } from '../api/samples.ts';
import { useKeys } from '../keys/keys.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Hit } from '../search/hit.tsx';
import { Passage } from './passage.tsx';

interface JudgingProps {
  readonly sample: Sample;
  /** After a verdict was kept. */
  kept(items: readonly Sampled[], card: Sample['card']): void;
}

const verdicts = [
  { verdict: 'right', key: 'y', name: 'Right', sign: '✓' },
  { verdict: 'wrong', key: 'n', name: 'Wrong', sign: '✗' },
  { verdict: 'unsure', key: 'i', name: 'I cannot tell', sign: '?' },
] as const;

/** One drawn record after another, to be judged. */
export function Judging({ sample, kept }: JudgingProps) {
  const { items } = sample;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ verdict }) => verdict === null),
    ),
  );
  const [error, setError] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const busy = useRef(false);
  const one = items[at];
  const done = items.filter(({ verdict }) => verdict !== null).length;
  const go = (to: number) => {
    if (to < 0 || to >= items.length) return;
    setAt(to);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const say = async (verdict: Verdict) => {
    // A key that is held down says it once.
    if (one === undefined || busy.current) return;
    busy.current = true;
    try {
      const same = one.verdict === verdict;
      const card = await judge(sample.id, [{ n: one.n, verdict: same ? null : verdict }]);
      const now = items.map((item) => (item === one ? { ...item, verdict: same ? null : verdict } : item));
      kept(now, card);
      setError(null);
      announce(same ? `Number ${one.n}: taken back.` : `Number ${one.n}: ${verdict}.`);
      const next = now.findIndex((item, index) => index > at && item.verdict === null);
      if (!same && next >= 0) go(next);
    } catch (refused) {
      setError(refused);
    } finally {
      busy.current = false;
    }
  };
  useKeys({
    ...Object.fromEntries(verdicts.map(({ key, verdict }) => [key, () => void say(verdict)])),
    j: () => go(at + 1),
    k: () => go(at - 1),
  });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  if (one === undefined) return null;
  return (
    <section class="judging" aria-label="Judging">
      <div class="judging-head">
        <h2 ref={heading} tabIndex={-1}>
          Number {one.n} of {items.length}
        </h2>
        <progress max={items.length} value={done} aria-label="Judged">
          {done}
        </progress>
        <span class="note">{done} judged</span>
      </div>
      {one.item === null ? (
        <p class="empty">This record is not read any more: it was corrected, or a new engine reads the article otherwise.</p>
      ) : (
        <>
          <ul class="judged">
            <Hit item={one.item} query="" />
          </ul>
          <Passage key={one.item.id} item={one.item} />
        </>
      )}
      <div class="actions verdicts">
        {verdicts.map(({ verdict, key, name, sign }) => (
          <button
            key={verdict}
            type="button"
            class={`verdict-${verdict}`}
            aria-pressed={one.verdict === verdict}
            onClick={() => void say(verdict)}
          >
            <span aria-hidden="true">{sign}</span> {name}{' '}
            <span aria-hidden="true">
              <kbd>{key}</kbd>
            </span>
          </button>
        ))}
        <button type="button" disabled={at === 0} onClick={() => go(at - 1)}>
          Before
        </button>
        <button type="button" disabled={at === items.length - 1} onClick={() => go(at + 1)}>
          Next
        </button>
      </div>
      <p class="note">
        Right means: its words are what it says they are, and who, to whom, denied, hedged and the rest are so. Doubtful is for you to say.
      </p>
      <Trouble error={error} />
    </section>
  );
}
