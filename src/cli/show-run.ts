import { itemOf } from '../archive/find.ts';
import { parseId } from '../archive/ids.ts';
import type { DocumentView, Printing } from '../archive/view.ts';
import { ReadoutError } from '../error.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { picture } from '../reading/picture.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { itemText } from './item-text.ts';
import { writeOut } from './output.ts';
import { colourWanted, terminalWidth } from './screen.ts';

/** The flags of `readout show`, as parsed. */
export interface ShowChoices {
  readonly archive?: string;
  readonly json?: boolean;
}

const placeOf = ({ outlet, published, url, input }: Printing): string =>
  oneLine([published, outlet, url ?? input.uri, input.id].filter((fact) => fact !== null).join(' · '));

function documentText({ reading, printings, versions, story }: DocumentView): string {
  const lines = [
    reading.document.id,
    ...(printings.length < 2 ? [] : [`Printed ${printings.length} times:`, ...printings.map((printing) => `  ${placeOf(printing)}`)]),
    ...versions.flatMap((at) => [
      `Versions at ${oneLine(at.address)}:`,
      ...at.versions.map(
        ({ version, id, published }) =>
          `  ${version}  ${id.slice(7, 19)}  ${published ?? ''}${id === reading.document.id ? '  (this)' : ''}`,
      ),
    ]),
    ...(story.length < 2
      ? []
      : [
          `One story with ${story
            .filter((id) => id !== reading.document.id)
            .map((id) => id.slice(7, 19))
            .join(', ')}`,
        ]),
  ];
  const view = picture(reading, { view: 'quotations', width: terminalWidth(), colour: colourWanted() });
  return `${lines.join('\n')}\n\n${view}`;
}

/** @throws ReadoutError READOUT_RECORD_NOT_FOUND */
function recordView(view: DocumentView, id: string, local: string) {
  const { reading } = view;
  const event = reading.events.find((one) => one.id === local);
  const item = itemOf(reading, local, event?.date ?? reading.document.published ?? '');
  if (item !== undefined)
    return {
      ...item,
      actors_in_full: reading.actors.filter((actor) => JSON.stringify(item.record).includes(`"${actor.id}"`)),
      printings: view.printings,
    };
  throw new ReadoutError(
    'READOUT_RECORD_NOT_FOUND',
    `The document has no record ${local}.`,
    `See readout show ${id.split(/[:#]q|[:#]e/)[0]}.`,
  );
}

/** Shows what an id names. @returns the exit code */
export async function showRun(id: string, choices: ShowChoices): Promise<number> {
  const view = await withArchive(choices.archive, { create: false }, (archive) => archive.document(id));
  const local = parseId(id)?.local ?? null;
  const shown = local === null ? view : recordView(view, id, local);
  const text = () => ('reading' in shown ? documentText(shown) : itemText(shown));
  await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(shown)}\n` : text()));
  return exits.done;
}
