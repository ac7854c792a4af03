import { oneLine } from '../../../src/reading/picture/visible.ts';
import { search } from '../api/client.ts';
import { type Person, personOf, timeline } from '../api/looks.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useChanges } from '../corrections/changes.ts';
import { PersonBar } from '../corrections/person-bar.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { href, type Route } from '../route.ts';
import { queryOf } from '../search/fields.ts';
import { Hit } from '../search/hit.tsx';
import { Chart, Moments } from '../timeline/moments.tsx';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const country = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code);

/** What somebody said: how much in what form, and the newest of it. */
function Said({ id }: { readonly id: string }) {
  const { answer, error } = useAnswer(id, (signal) => search(queryOf({ speaker: id, record: 'quotation' }), signal));
  if (answer === null) return <Trouble error={error} />;
  const kinds = answer.facets?.['kind'] ?? [];
  // What somebody plans or hopes is no saying.
  const said = answer.items.filter(({ record }) => !('stance' in record) || record.stance !== 'intent');
  if (said.length === 0) return <p class="empty">Nothing that this archive quotes.</p>;
  return (
    <>
      <ul class="shares" aria-label="By kind of quotation">
        {kinds.map(({ value, count }) => (
          <li key={value}>
            <a href={href('search', null, { speaker: id, kind: value })}>
              {count.toLocaleString('en')} {value}
            </a>
          </li>
        ))}
      </ul>
      <ol class="hits">
        {said.slice(0, 8).map((item) => (
          <Hit key={item.id} item={item} query="" />
        ))}
      </ol>
      <p>
        <a href={href('search', null, { speaker: id, record: 'quotation' })}>All that was said</a>
      </p>
    </>
  );
}

function Did({ id }: { readonly id: string }) {
  const { answer, error } = useAnswer(id, (signal) => timeline(queryOf({ actor: id }), signal));
  if (answer === null) return <Trouble error={error} />;
  if (answer.items.length === 0) return <p class="empty">No event with a date.</p>;
  return (
    <>
      <Chart moments={answer.items} />
      <Moments moments={answer.items.slice(0, 8)} />
      <p>
        <a href={href('timeline', null, { actor: id })}>All {answer.all} on the timeline</a>
        {' · '}
        <a href={href('search', null, { recipient: id })}>What was done to them</a>
        {' · '}
        <a href={href('search', null, { saidBy: id })}>What stands on their word</a>
      </p>
    </>
  );
}

/** Which names in which articles are taken for this person, and why. */
const Links = ({ person }: { readonly person: Person }) => (
  <ul class="links">
    {person.items.map(({ actor, name, document, reason }) => (
      <li key={actor}>
        <strong>{oneLine(name)}</strong> in{' '}
        <a href={href('document', document.id)}>{oneLine(document.title ?? 'an article without a title')}</a>
        <span class="kind"> {oneLine(reason)}</span>
      </li>
    ))}
  </ul>
);

/** Somebody over all documents. */
export function PersonView({ route }: { readonly route: Route }) {
  const id = route.id ?? '';
  const { count } = useChanges();
  const { answer: person, error, waiting } = useAnswer(`${id} ${count}`, (signal) => personOf(id, signal));
  if (person === null)
    return (
      <>
        <h1>Person</h1>
        {waiting && <p>Fetching…</p>}
        <Trouble error={error} />
      </>
    );
  return (
    <>
      <header class="reading-head">
        <h1>{oneLine(person.name)}</h1>
        <p class="about">
          <span>{person.kind}</span>
          {person.role !== null && <span>{oneLine(person.role)}</span>}
          {person.country !== null && <span>{country(person.country)}</span>}
          <span>
            in {person.documents} {person.documents === 1 ? 'article' : 'articles'}, {person.stories}{' '}
            {person.stories === 1 ? 'story' : 'stories'}
          </span>
        </p>
        <PersonBar person={person} />
      </header>
      <div class="person-page">
        <section aria-labelledby="said">
          <h2 id="said">Said</h2>
          <Said id={person.id} />
        </section>
        <section aria-labelledby="did">
          <h2 id="did">Did</h2>
          <Did id={person.id} />
        </section>
        <section aria-labelledby="links">
          <h2 id="links">Taken for one person</h2>
          <Links person={person} />
        </section>
      </div>
    </>
  );
}
