import { nameOf, type People } from '../../../src/reading/picture/people.ts';
import type { Reading } from '../../../src/reading/schema.ts';
import { type Choice, everything, tally } from './choice.ts';
import { eventTypeNames } from './type-names.ts';

interface FiltersProps {
  readonly reading: Reading;
  readonly people: People;
  readonly choice: Choice;
  change(choice: Choice): void;
}

/** By person, kind of quotation and type of event; only what the reading has is offered. */
export function Filters({ reading, people, choice, change }: FiltersProps) {
  const intents = reading.quotations.filter(({ stance }) => stance === 'intent').length;
  const types = eventTypeNames.filter((type) => reading.events.some((event) => event.type === type));
  const field = (name: keyof Choice) => (event: { readonly currentTarget: HTMLSelectElement }) =>
    change({ ...choice, [name]: event.currentTarget.value });
  const untouched = Object.entries(everything).every(([name, value]) => choice[name as keyof Choice] === value);
  return (
    <form class="filters" aria-label="Filter the records" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span>Person</span>
        <select value={choice.person} onChange={field('person')}>
          <option value="">everybody</option>
          {tally(reading).map(({ id, said, did }) => (
            <option key={id} value={id}>
              {nameOf(people, id)} ({said + did})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Quotation</span>
        <select value={choice.kind} onChange={field('kind')}>
          <option value="">any kind</option>
          <option value="direct">direct</option>
          <option value="mixed">mixed</option>
          <option value="indirect">indirect</option>
        </select>
      </label>
      <label>
        <span>Event</span>
        <select value={choice.type} onChange={field('type')}>
          <option value="">any type</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {type.toLowerCase()} ({reading.events.filter((event) => event.type === type).length})
            </option>
          ))}
        </select>
      </label>
      {intents > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={choice.intents}
            onChange={(event) => change({ ...choice, intents: event.currentTarget.checked })}
          />
          <span>also intents ({intents})</span>
        </label>
      )}
      <button type="button" class="quiet-button" disabled={untouched} onClick={() => change(everything)}>
        Show all
      </button>
    </form>
  );
}
