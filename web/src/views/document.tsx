import { useState } from 'preact/hooks';
import { documentOf, whyOf } from '../api/client.ts';
import { correctionsOf } from '../api/corrections.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useChanges } from '../corrections/changes.ts';
import { reviewOf } from '../corrections/review.ts';
import { Original } from '../document/original.tsx';
import { Provenance } from '../document/provenance.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ReadingHead } from '../records/reading-head.tsx';
import { ReadingView } from '../records/reading-view.tsx';
import { href, type Route } from '../route.ts';

/** `<12 digits of the hash>:q3`, as the whole archive knows a record. */
const recordId = (document: string, record: string): string => `${document.replace('sha256:', '').slice(0, 12)}:${record}`;

const tabs = [
  { id: 'text', name: 'Text and records' },
  { id: 'original', name: 'Original page' },
  { id: 'provenance', name: 'Where it came from' },
] as const;

/** A kept article: its text with the records, the page as it came, and where it came from. */
export function DocumentView({ route }: { readonly route: Route }) {
  const asked = route.id ?? '';
  const record = route.params.get('record');
  const { count } = useChanges();
  const { answer, error, waiting } = useAnswer(`${asked} ${count}`, async (signal) => {
    const [kept, corrections] = await Promise.all([documentOf(asked, signal), correctionsOf(asked, signal)]);
    return { ...kept, corrections };
  });
  const [tab, setTab] = useState('text');
  const [lit, setLit] = useState(record ?? 'quotations');
  if (answer === null)
    return (
      <>
        <h1>Document</h1>
        {waiting && <p>Fetching…</p>}
        <Trouble error={error} />
      </>
    );
  const { reading, people } = answer;
  const { id } = reading.document;
  const idOf = (one: string) => recordId(id, one);
  const there = new Set([...reading.quotations, ...reading.events].map((one) => one.id));
  const beyond = {
    idOf,
    review: reviewOf(there, answer.corrections, idOf),
    person: (actor: string) => {
      const identity = people[actor];
      return identity === undefined ? null : href('person', identity.id);
    },
    original: (one: string) => {
      setLit(one);
      setTab('original');
      document.getElementById('tab-original')?.focus();
    },
  };
  return (
    <>
      <ReadingHead reading={reading} />
      <Tabs label="The document" chosen={tab} choose={setTab} tabs={tabs}>
        {tab === 'text' && (
          <ReadingView
            key={`${id} ${record ?? ''}`}
            reading={reading}
            record={record}
            beyond={beyond}
            askWhy={async (one) => (await whyOf(idOf(one))).decisions}
          />
        )}
        {tab === 'original' && <Original reading={reading} lit={lit} change={setLit} />}
        {tab === 'provenance' && <Provenance kept={answer} />}
      </Tabs>
    </>
  );
}
