import { TypeOptions } from '../records/type-options.tsx';
import { href } from '../route.ts';
import { type Asked, askedOf } from './fields.ts';

const text = [
  ['speaker', 'Speaker'],
  ['actor', 'Who'],
  ['recipient', 'To whom'],
  ['saidBy', 'On whose word'],
  ['cue', 'Cue'],
  ['place', 'Place'],
  ['outlet', 'Outlet'],
] as const;

const dates = [
  ['since', 'From'],
  ['until', 'Until'],
] as const;

const flags = [
  ['hedged', 'hedged only'],
  ['negated', 'denied, or did not happen'],
] as const;

/** A date as exact as wished. */
const dateForm = '\\d{4}(-\\d{2}(-\\d{2})?)?';

interface FormProps {
  readonly asked: Asked;
  /** The view that answers; only a search can ask for quotations or events alone. */
  readonly view?: 'search' | 'timeline' | 'network' | 'map' | 'claims';
}

/** The question; sending it changes the address, so that every search can be kept and sent on. */
export function SearchForm({ asked, view = 'search' }: FormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget as HTMLFormElement)].map(([field, value]) => [field, String(value).trim()]);
    location.hash = href(view, null, askedOf(new URLSearchParams(entries as [string, string][])));
  };
  const more = Object.keys(asked).some((field) => field !== 'words' && field !== 'record');
  return (
    <form class="search-form" onSubmit={submit} key={JSON.stringify(asked)}>
      <div class="search-line">
        <label class="grow">
          <span>Words in the record; “in quotation marks” they must stand so</span>
          <input type="search" name="words" defaultValue={asked.words ?? ''} />
        </label>
        {view === 'search' && (
          <label>
            <span>Find</span>
            <select name="record" defaultValue={asked.record ?? ''}>
              <option value="">everything</option>
              <option value="quotation">quotations</option>
              <option value="event">events</option>
            </select>
          </label>
        )}
        <button type="submit" class="main-button">
          Search
        </button>
      </div>
      <details class="more" open={more}>
        <summary>More to ask</summary>
        <div class="fields">
          {text.map(([field, name]) => (
            <label key={field}>
              <span>{name}</span>
              <input type="text" name={field} defaultValue={asked[field] ?? ''} />
            </label>
          ))}
          <label>
            <span>Kind of quotation</span>
            <select name="kind" defaultValue={asked.kind ?? ''}>
              <option value="">any</option>
              <option value="direct">direct</option>
              <option value="mixed">mixed</option>
              <option value="indirect">indirect</option>
            </select>
          </label>
          <label>
            <span>Type of event</span>
            <select name="type" defaultValue={asked.type ?? ''}>
              <option value="">any</option>
              <TypeOptions />
            </select>
          </label>
          {dates.map(([field, name]) => (
            <label key={field}>
              <span>{name}</span>
              <input
                type="text"
                name={field}
                inputMode="numeric"
                placeholder="2019-06"
                pattern={dateForm}
                defaultValue={asked[field] ?? ''}
              />
            </label>
          ))}
          {flags.map(([field, name]) => (
            <label key={field} class="check">
              <input type="checkbox" name={field} value="true" defaultChecked={asked[field] === 'true'} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </details>
    </form>
  );
}
