import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { namesOf, peopleOf } from '../../../src/reading/picture/people.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Reading } from '../../../src/reading/schema.ts';
import { KeptLine } from '../corrections/review-bar.tsx';
import { useKeys } from '../keys/keys.ts';
import { announce } from '../parts/live.ts';
import { Tabs } from '../parts/tabs.tsx';
import { AnnotatedText } from '../text/annotated-text.tsx';
import { Legend } from '../text/legend.tsx';
import { goTo, useLight } from '../text/light.ts';
import { marksOf } from '../text/marks.ts';
import type { Beyond } from './beyond.tsx';
import { type Choice, eventsChosen, everything, quotationsChosen } from './choice.ts';
import { EventRow } from './event-row.tsx';
import { Filters } from './filters.tsx';
import { PeopleList } from './people-list.tsx';
import { PlacesList } from './places-list.tsx';
import { QuotationCard } from './quotation-card.tsx';
import type { AskWhy } from './why.tsx';

interface ReadingViewProps {
  readonly reading: Reading;
  readonly askWhy: AskWhy;
  /** The record to show at once. */
  readonly record?: string | null;
  readonly beyond?: Beyond;
}
const nothingBeyond: Beyond = {};

const tabOf = (record: string): string => (record.startsWith('e') ? 'events' : 'quotations');

/** The text with its records lit, and the records beside it; each points to the other. */
export function ReadingView({ reading, askWhy, record = null, beyond = nothingBeyond }: ReadingViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const people = useMemo(() => peopleOf(reading), [reading]);
  const [choice, setChoice] = useState<Choice>(everything);
  const [tab, setTab] = useState(record === null ? 'quotations' : tabOf(record));
  const [pinned, setPinned] = useState<string | null>(record);
  const [pointed, setPointed] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly record: string; readonly at: 'card' | 'words' } | null>(
    record === null ? null : { record, at: 'words' },
  );

  const quotationIds = useMemo(() => quotationsChosen(reading, choice), [reading, choice]);
  const eventIds = useMemo(() => eventsChosen(reading, choice), [reading, choice]);
  const marks = useMemo(() => marksOf(reading, (id) => quotationIds.has(id) || eventIds.has(id)), [reading, quotationIds, eventIds]);
  const quotations = reading.quotations.filter(({ id }) => quotationIds.has(id));
  const events = reading.events.filter(({ id }) => eventIds.has(id));
  const renewed = `${tab} ${JSON.stringify(choice)} ${reading.document.id}`;
  // What was chosen stays lit, whatever the pointer happens to lie on.
  useLight(root, pinned, 'active', renewed);
  useLight(root, pointed, 'pointed', renewed);

  useEffect(() => {
    if (wanted === null) return;
    const words = root.current?.querySelector<HTMLElement>(`.article-text [data-r~="${wanted.record}"]`);
    if (wanted.at === 'card') goTo(document.getElementById(`card-${wanted.record}`), true);
    else
      goTo(
        words?.previousElementSibling?.matches(`[data-record="${wanted.record}"]`) ? (words.previousElementSibling as HTMLElement) : words,
        true,
      );
  }, [wanted]);

  const change = (next: Choice) => {
    setChoice(next);
    announce(`${quotationsChosen(reading, next).size} quotations and ${eventsChosen(reading, next).size} events are shown.`);
  };
  const choose = (id: string) => {
    setPinned(id);
    setTab(tabOf(id));
    setWanted({ record: id, at: 'card' });
  };
  const seeWords = (id: string) => {
    setPinned(id);
    if (!quotationIds.has(id) && !eventIds.has(id)) setChoice({ ...everything, intents: true });
    setWanted({ record: id, at: 'words' });
  };
  const choosePerson = (person: string) => {
    change({ ...everything, person });
    setTab('quotations');
    document.getElementById('tab-quotations')?.focus();
  };
  const nameOfRecord = (id: string): string => {
    const quotation = reading.quotations.find((one) => one.id === id);
    if (quotation !== undefined) return `Quotation ${id.slice(1)}, ${namesOf(people, quotation.speakers) || 'nobody named'}`;
    const event = reading.events.find((one) => one.id === id);
    return event === undefined ? id : `Event ${id.slice(1)}, ${event.type.toLowerCase()}, ${namesOf(people, event.actor) || 'nobody told'}`;
  };
  /** The record that keys act on: the one with the focus, else the one that was chosen. */
  const current = (): string | null => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-card], [data-record], [data-r]');
    return focused?.dataset['card'] ?? focused?.dataset['record'] ?? focused?.dataset['r']?.split(' ')[0] ?? pinned;
  };
  const step = (by: 1 | -1) => {
    if (tab !== 'quotations' && tab !== 'events') return;
    const ids = (tab === 'events' ? events : quotations).map(({ id }) => id);
    const at = ids.indexOf(current() ?? '');
    const next = ids[at < 0 ? (by === 1 ? 0 : ids.length - 1) : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) choose(next);
  };
  const press = (act: string) => () => {
    const record = current();
    if (record === null) return announce('Choose a record first: j takes the next one.');
    const button = () => document.getElementById(`card-${record}`)?.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (button() == null) choose(record);
    requestAnimationFrame(() => button()?.click());
  };
  const gone = (record: string) => {
    const ids = (record.startsWith('e') ? events : quotations).map(({ id }) => id);
    const at = ids.indexOf(record);
    const next = ids[at + 1] ?? ids[at - 1];
    setPinned(next ?? null);
    if (next !== undefined) setWanted({ record: next, at: 'card' });
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    w: press('why'),
    ...(beyond.review === undefined
      ? {}
      : { a: press('accept'), x: press('reject'), c: press('correct'), p: press('printed'), o: press('original') }),
  });
  const shared = { reading, people, askWhy, beyond, over: setPointed, choose, seeWords, gone };

  return (
    <div class="reading" ref={root}>
      <section class="reading-text" aria-label="The text">
        <h2 class="hidden">The text</h2>
        <Legend />
        <AnnotatedText
          text={reading.document.text}
          title={reading.document.title}
          marks={marks}
          over={setPointed}
          choose={choose}
          nameOfRecord={nameOfRecord}
        />
      </section>
      <section class="reading-records" aria-label="The records" id="records" tabIndex={-1}>
        <h2 class="hidden">The records</h2>
        <Filters reading={reading} people={people} choice={choice} change={change} />
        <Tabs
          label="Records"
          chosen={tab}
          choose={setTab}
          tabs={[
            { id: 'quotations', name: 'Quotations', count: quotations.length },
            { id: 'events', name: 'Events', count: events.length },
            { id: 'people', name: 'People' },
            { id: 'facts', name: 'Places, times, names' },
          ]}
        >
          {tab === 'quotations' &&
            (quotations.length === 0 ? (
              <p class="empty">No quotations{choice === everything ? ' were found in this text' : ' with this filter'}.</p>
            ) : (
              <ol class="cards">
                {quotations.map((quotation) => (
                  <QuotationCard key={quotation.id} quotation={quotation} {...shared} />
                ))}
              </ol>
            ))}
          {tab === 'events' &&
            (events.length === 0 ? (
              <p class="empty">No events{choice === everything ? ' were found in this text' : ' with this filter'}.</p>
            ) : (
              <table class="events">
                <caption class="hidden">Events: who did what to whom, when, where, and on whose word</caption>
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">Who → whom</th>
                    <th scope="col">When and where</th>
                    <th scope="col">On whose word</th>
                    <th scope="col">
                      <span class="hidden">How sure, and why</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {events.map((event) => (
                    <EventRow key={event.id} event={event} {...shared} />
                  ))}
                </tbody>
              </table>
            ))}
          {tab === 'people' && <PeopleList reading={reading} people={people} beyond={beyond} choosePerson={choosePerson} />}
          {tab === 'facts' && <PlacesList reading={reading} people={people} askWhy={askWhy} />}
        </Tabs>
        {beyond.review !== undefined && beyond.review.rejected.length > 0 && (
          <section class="rejected" aria-labelledby="rejected-title">
            <h3 id="rejected-title">Taken out by you</h3>
            <ul class="kept-lines">
              {beyond.review.rejected.map((kept) => (
                <KeptLine key={kept.id} kept={kept} />
              ))}
            </ul>
          </section>
        )}
        <p class="ledger">
          Read {reading.ledger.read.toLocaleString('en')} of {reading.ledger.characters.toLocaleString('en')} characters
          {reading.ledger.skipped.length === 0
            ? '.'
            : `; left out: ${[...new Set(reading.ledger.skipped.map(({ reason }) => oneLine(reason)))].join(', ')}.`}
        </p>
      </section>
    </div>
  );
}
