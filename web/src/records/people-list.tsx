import { nameOf, type People, positionOf } from '../../../src/reading/picture/people.ts';
import type { Reading } from '../../../src/reading/schema.ts';
import { type Beyond, PersonLink } from './beyond.tsx';
import { tally } from './choice.ts';

interface PeopleProps {
  readonly reading: Reading;
  readonly people: People;
  readonly beyond: Beyond;
  choosePerson(id: string): void;
}

/** Who is in the text, most quoted first; choosing one filters everything by them. */
export function PeopleList({ reading, people, beyond, choosePerson }: PeopleProps) {
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
            {beyond.person?.(id) != null && (
              <>
                {' · '}
                <PersonLink actor={id} beyond={beyond}>
                  <span class="hidden">{nameOf(people, id)} </span>in the archive
                </PersonLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
