import { itemOf } from '../archive/find.ts';
import { parseId } from '../archive/ids.ts';
import type { DocumentView, Printing } from '../archive/view.ts';
import { ReadoutError } from '../error.ts';
import { decisionsPart } from '../reading/picture/decisions.ts';
import { paintWith } from '../reading/picture/paint.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { picture } from '../reading/picture.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { itemText } from './item-text.ts';
import { writeOut } from './output.ts';
import { colourWanted, terminalWidth } from './screen.ts';
import { personOf, personText } from './show-person.ts';
import { fateLine, fateOf, type VersionView, versionLines, versionsOf } from './show-versions.ts';
import { whyOf } from './show-why.ts';

/** The flags of `readout show`, as parsed. */
export interface ShowChoices {
  readonly archive?: string;
  readonly json?: boolean;
  readonly why?: boolean;
}

const placeOf = ({ outlet, published, url, input }: Printing): string =>
  oneLine([published, outlet, url ?? input.uri, input.id].filter((fact) => fact !== null).join(' · '));

type Why = Awaited<ReturnType<typeof whyOf>> | null;

/** What is shown of a document. */
interface Shown extends Omit<DocumentView, 'versions'> {
  readonly versions: readonly VersionView[];
  readonly why: Why;
}

function whyLines(why: Why, text: string): string[] {
  if (why === null) return [];
  const note = why.same ? [] : ['The engine that is here reads this text otherwise than it was read when it was kept.'];
  return ['', ...note, ...decisionsPart(why.decisions, text, terminalWidth(), paintWith(colourWanted()))];
}

function documentText({ reading, printings, versions, story, why }: Shown): string {
  const others = story.filter((id) => id !== reading.document.id).map((id) => id.slice(7, 19));
  const lines = [
    reading.document.id,
    ...(printings.length < 2 ? [] : [`Printed ${printings.length} times:`, ...printings.map((printing) => `  ${placeOf(printing)}`)]),
    ...versionLines(versions),
    ...(others.length === 0 ? [] : [`One story with ${others.join(', ')}`]),
  ];
  const view = picture(reading, { view: 'quotations', width: terminalWidth(), colour: colourWanted() });
  return `${[...lines, '', view.trimEnd(), ...whyLines(why, reading.document.text)].join('\n')}\n`;
}

/** One record as `find` gives it, with the whole of its actors, where it was printed, and what became of it. @throws ReadoutError READOUT_RECORD_NOT_FOUND */
function recordOf({ reading, printings, versions, why }: Shown, local: string) {
  const event = reading.events.find((one) => one.id === local);
  const item = itemOf(reading, local, event?.date ?? reading.document.published ?? '');
  if (item !== undefined) {
    const cast = reading.actors.filter((actor) => JSON.stringify(item.record).includes(`"${actor.id}"`));
    return { ...item, cast, printings, versions: fateOf(versions, local), why };
  }
  const id = reading.document.id.slice(7, 19);
  throw new ReadoutError('READOUT_RECORD_NOT_FOUND', `The document ${id} has no record ${local}.`, `See readout show ${id}.`);
}

function recordText(shown: ReturnType<typeof recordOf>, text: string): string {
  const fates = fateLine(shown.versions);
  return `${[itemText(shown).trimEnd(), ...(fates === '' ? [] : [`  ${fates}`]), ...whyLines(shown.why, text)].join('\n')}\n`;
}

/** Shows what an id names. @returns the exit code */
export async function showRun(id: string, choices: ShowChoices): Promise<number> {
  if (id.startsWith('who:')) {
    const person = await withArchive(choices.archive, { create: false }, (archive) => personOf(archive, id));
    await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(person)}\n` : personText(person)));
    return exits.done;
  }
  const local = parseId(id)?.local ?? null;
  const document = await withArchive(choices.archive, { create: false }, async (archive): Promise<Shown> => {
    const view = await archive.document(id);
    return { ...view, versions: await versionsOf(archive, view), why: null };
  });
  const record = local === null ? null : recordOf(document, local);
  const { text } = document.reading.document;
  const why = choices.why ? await whyOf(document.reading, local) : null;
  const shown = record === null ? { ...document, why } : { ...record, why };
  const forPeople = () => ('reading' in shown ? documentText(shown) : recordText(shown, text));
  await writeOut(new TextEncoder().encode(choices.json ? `${JSON.stringify(shown)}\n` : forPeople()));
  return exits.done;
}
