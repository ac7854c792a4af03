import type { Reading } from '../../../src/reading/schema.ts';
import { tally } from './choice.ts';
import { nameOf, type People, positionOf } from './people.ts';

interface PeopleProps {
  readonly reading: Reading;
  readonly people: People;
  choosePerson(id: string): void;
}

/** Who is in the text, most quoted first; choosing one filters everything by them. */
export function PeopleList({ reading, people, choosePerson }: PeopleProps) {
  const listed = tally(reading);
  if (listed.length === 0) return <p class="empty">Nobody who says or does anything was found.</p>;
  return (
    <ul class="people">
      {listed.map(({ id, said, did }) => (
        <li key={id}>
          <button type="button" class="person" onClick={() => choosePerson(id)}>
            <strong>{nameOf(people, id)}</strong>
            <span class="position"> {positionOf(people, id)}</span>
          </button>
          <span class="people-counts">
            {said} said · {did} in events
          </span>
        </li>
      ))}
    </ul>
  );
}
