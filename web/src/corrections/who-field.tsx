import { useId, useState } from 'preact/hooks';
import { nameOf, type People, positionOf } from '../../../src/reading/picture/people.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';

interface WhoProps {
  readonly label: string;
  readonly people: People;
  /** Ids of the article's actors, or names that it does not have. */
  readonly value: readonly string[];
  change(value: readonly string[]): void;
}

const isActor = (ref: string): boolean => /^a[1-9]\d*$/.test(ref);
export const whoWords = (people: People, ref: string): string => (isActor(ref) ? nameOf(people, ref) : oneLine(ref));

/** Who it was: those who are in the article, or a name of one's own; nobody where the list is empty. */
export function WhoField({ label, people, value, change }: WhoProps) {
  const id = useId();
  const [name, setName] = useState('');
  const others = [...people.values()].filter((actor) => !value.includes(actor.id));
  const add = (ref: string) => {
    if (ref !== '' && !value.includes(ref)) change([...value, ref]);
  };
  const addName = () => {
    add(name.trim());
    setName('');
  };
  return (
    <fieldset class="who">
      <legend>{label}</legend>
      {value.length === 0 ? (
        <p class="nobody">Nobody who is named</p>
      ) : (
        <ul class="chosen">
          {value.map((ref) => (
            <li key={ref}>
              <button type="button" onClick={() => change(value.filter((other) => other !== ref))}>
                {whoWords(people, ref)} <span aria-hidden="true">×</span>
                <span class="hidden"> (take away)</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="who-add">
        <label for={`${id}-in`}>
          <span>From the article</span>
          <select id={`${id}-in`} value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="">add…</option>
            {others.map((actor) => (
              <option key={actor.id} value={actor.id}>
                {nameOf(people, actor.id)}
                {positionOf(people, actor.id) === '' ? '' : `, ${positionOf(people, actor.id)}`}
              </option>
            ))}
          </select>
        </label>
        <label for={`${id}-name`}>
          <span>Or somebody else, by name</span>
          <input
            id={`${id}-name`}
            type="text"
            maxLength={500}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              addName();
            }}
          />
        </label>
        <button type="button" disabled={name.trim() === ''} onClick={addName}>
          Add
        </button>
      </div>
    </fieldset>
  );
}
