import type { Person, PersonView } from '../archive/people/person.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { counted, paint } from './look-text.ts';
import { writeOut } from './output.ts';

/** The flags of `readout people`, as parsed. */
export interface PeopleChoices {
  readonly archive?: string;
  readonly kind?: string;
  readonly limit: number;
  readonly json?: boolean;
}

const facts = (...some: readonly (string | null)[]): string => oneLine(some.filter((fact) => fact !== null).join(' · '));

const personText = ({ id, name, kind, role, country, documents, stories }: Person): string =>
  `${paint('cyan', id)}  ${paint('bold', oneLine(name))}  ${paint('dim', facts(kind, role, country, `${counted(documents, 'article')}, ${counted(stories, 'origin')}`))}`;

export const viewText = (view: PersonView): string =>
  [
    personText(view),
    ...view.links.map(
      ({ actor, name, role, country, document, reason }) =>
        `  ${paint('cyan', actor)}  ${oneLine(name)}  ${facts(role, country, reason)}\n    ${paint('dim', facts(document.published, document.outlet, document.title))}`,
    ),
  ].join('\n');

/** Prints who is in an archive, or who somebody is. @returns the exit code */
export async function peopleRun(words: readonly string[], choices: PeopleChoices): Promise<number> {
  const [id] = words;
  const text = await withArchive(choices.archive, { create: false }, async (archive) => {
    if (words.length === 1 && id?.startsWith('who:')) {
      const view = await archive.person(id);
      return choices.json ? JSON.stringify(view) : viewText(view);
    }
    const query = { limit: choices.limit, ...(choices.kind === undefined ? {} : { kind: choices.kind }) };
    const found = await archive.people(words.length === 0 ? query : { ...query, name: words.join(' ') });
    return choices.json ? JSON.stringify({ people: found }) : found.length === 0 ? 'Nobody found.' : found.map(personText).join('\n');
  });
  await writeOut(new TextEncoder().encode(`${text}\n`));
  return exits.done;
}
