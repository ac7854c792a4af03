import type { Actor, Reading } from '../schema.ts';
import { oneLine } from './visible.ts';

export type People = ReadonlyMap<string, Actor>;

export const peopleOf = (reading: Reading): People => new Map(reading.actors.map((actor) => [actor.id, actor]));

/** The name of an actor; the id itself where nobody has it. */
export const nameOf = (people: People, id: string): string => oneLine(people.get(id)?.name ?? id);

/** Several names as a person would say them: `Putin and Kim`, `Putin, Kim and Xi`. */
export function namesOf(people: People, ids: readonly string[], word = 'and'): string {
  const names = ids.map((id) => nameOf(people, id));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

/** What is known of an actor beside the name: `leader, North Korea`; empty where nothing is, or where the name says it already. */
export function positionOf(people: People, id: string): string {
  const actor = people.get(id);
  return [actor?.role, actor?.of]
    .filter((part): part is string => part != null && part !== '' && !actor?.name.includes(part))
    .map(oneLine)
    .join(', ');
}
