import { useEffect, useState } from 'preact/hooks';
import type { Sample, SampleHead } from '../../../src/archive/sample/sample.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { forgetSample, sampleOf, samplesOf, trust } from '../api/samples.ts';
import { useAnswer } from '../api/use-answer.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import { href, type Route } from '../route.ts';
import { estimateWords, TrustTable } from '../trust/card.tsx';
import { DrawForm } from '../trust/draw-form.tsx';
import { Judging } from '../trust/judging.tsx';

/** `50 quotations, spread over outlets, seed 1` */
function askedWords({ asked: { size, seed, by, query } }: Pick<SampleHead, 'asked'>): string {
  const { sort, ...others } = query;
  const filters = Object.entries(others).map(
    ([name, value]) => `${name} ${oneLine(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  const what = sort === undefined ? 'records' : `${sort}s`;
  return [`${size} ${what}`, ...filters, ...(by === null ? [] : [`spread over ${by}s`]), `seed ${oneLine(seed)}`].join(', ');
}

/** One sample: its records to be judged, and its card. */
function SampleView({ id }: { readonly id: string }) {
  const { answer, error } = useAnswer(id, (signal) => sampleOf(id, signal));
  const [own, setOwn] = useState<Pick<Sample, 'items' | 'card'> | null>(null);
  if (answer === null) return <Trouble error={error} />;
  const sample = { ...answer, ...own };
  return (
    <>
      <p class="about">
        <a href={href('trust')}>All samples</a>
        <span>{askedWords(sample)}</span>
      </p>
      <div class="trust">
        <Judging sample={sample} kept={(items, card) => setOwn({ items, card })} />
        <section aria-labelledby="sample-card">
          <h2 id="sample-card">The card of this sample</h2>
          <TrustTable card={sample.card} spread={sample.asked.by !== null} />
        </section>
      </div>
    </>
  );
}

function Samples() {
  const [count, setCount] = useState(0);
  const [failed, setFailed] = useState<unknown>(null);
  const { answer, error } = useAnswer(`samples ${count}`, async (signal) => ({
    card: await trust(signal),
    samples: (await samplesOf(signal)).items,
  }));
  useEffect(() => {
    if (answer !== null) announce(`${answer.samples.length} samples.`);
  }, [answer]);
  const forget = async (id: number) => {
    try {
      await forgetSample(id);
      setCount(count + 1);
    } catch (refused) {
      setFailed(refused);
    }
  };
  return (
    <div class="trust">
      <div>
        <section aria-labelledby="draw-title">
          <h2 id="draw-title">Draw a sample</h2>
          <DrawForm />
        </section>
        <section aria-labelledby="samples-title">
          <h2 id="samples-title">Samples</h2>
          <Trouble error={error ?? failed} />
          {answer?.samples.length === 0 && <p class="empty">None yet.</p>}
          <ol class="samples">
            {answer?.samples.map((sample) => (
              <li key={sample.id}>
                <a href={href('trust', String(sample.id))}>
                  No. {sample.id}: {askedWords(sample)}
                </a>
                <p class="note">
                  {sample.all.right + sample.all.wrong + sample.all.unsure} of {sample.all.drawn} judged, {estimateWords(sample.all)}{' '}
                  <button type="button" class="quiet-button" aria-label={`Forget sample ${sample.id}`} onClick={() => forget(sample.id)}>
                    Forget
                  </button>
                </p>
              </li>
            ))}
          </ol>
        </section>
      </div>
      {answer !== null && answer.card.all.drawn > 0 && (
        <section aria-labelledby="all-card">
          <h2 id="all-card">Everything judged in this archive</h2>
          <TrustTable card={answer.card} />
        </section>
      )}
    </div>
  );
}

/** How far Readout can be trusted with one's own articles, by one's own word. */
export function TrustView({ route }: { readonly route: Route }) {
  return (
    <>
      <h1>Trust card</h1>
      <p class="lead">
        How often is Readout right on your own articles? Records are drawn by chance, you judge them, and the card says how sure one can be.
      </p>
      {route.id === null ? <Samples /> : <SampleView key={route.id} id={route.id} />}
    </>
  );
}
