import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Actor, Reading } from '../../../src/reading/schema.ts';

export type People = ReadonlyMap<string, Actor>;

export const peopleOf = (reading: Reading): People => new Map(reading.actors.map((actor) => [actor.id, actor]));

export const nameOf = (people: People, id: string): string => oneLine(people.get(id)?.name ?? id);

export function namesOf(people: People, ids: readonly string[], word = 'and'): string {
  const names = ids.map((id) => nameOf(people, id));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

/** `leader, North Korea`: what is known beside the name. */
export function positionOf(people: People, id: string): string {
  const actor = people.get(id);
  return [actor?.role, actor?.of]
    .filter((part): part is string => part != null && part !== '' && !actor?.name.includes(part))
    .map(oneLine)
    .join(', ');
}
