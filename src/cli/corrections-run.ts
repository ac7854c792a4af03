import type { Correction, Kept } from '../archive/corrections/correction.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { writeOut } from './output.ts';

/** The flags of `readout corrections`, as parsed. */
export interface CorrectionsChoices {
  readonly archive?: string;
  readonly to: 'terminal' | 'jsonl' | 'gold';
  readonly json?: boolean;
}

const place = (record: Extract<Correction, { record: unknown }>['record']): string =>
  'quotation' in record
    ? `the quotation at ${record.quotation[0]?.start} of ${record.document.slice(7, 19)}`
    : `the ${record.type} at ${record.event.start} of ${record.document.slice(7, 19)}`;

/** `not denied, hedged, of the stance belief` */
const flagsText = (flags: Readonly<Record<string, boolean | string | undefined>>): string =>
  Object.entries(flags)
    .filter(([, value]) => value !== undefined)
    .map(([flag, value]) => (typeof value === 'string' ? `of the ${flag} ${value}` : value ? flag : `not ${flag}`))
    .join(', ');

function told(correction: Correction): string {
  if (correction.what === 'merge') return `${correction.people.map(({ name }) => name).join(' = ')}`;
  if (correction.what === 'split')
    return `apart: ${correction.actors.map(({ name, document }) => `${name} of ${document.slice(7, 19)}`).join(', ')}`;
  if (correction.what === 'rename') return `${correction.person.name} is called ${correction.name}`;
  if (correction.what === 'accept') return `right: ${place(correction.record)}`;
  if (correction.what === 'type') return `${correction.type}, not ${place(correction.record)}`;
  if (correction.what === 'flags') return `${place(correction.record)} is ${flagsText(correction.flags)}`;
  if (correction.what === 'reject') return `none: ${place(correction.record)}`;
  return `${correction.what} of ${place(correction.record)}: ${correction.who.map(({ name }) => name).join(', ') || 'nobody'}`;
}

/** A correction on a line. */
export const correctionText = ({ id, correction, note, made, placed }: Kept): string =>
  oneLine(
    `${id}  ${told(correction)}${note === null ? '' : ` (${note})`}  ${made.slice(0, 10)}${placed ? '' : '  — waits: what it is about is not read at present'}`,
  );

/** Prints the standing corrections, or the documents that they are about as gold. @returns the exit code */
export async function correctionsRun(choices: CorrectionsChoices): Promise<number> {
  return withArchive(choices.archive, { create: false }, async (archive) => {
    const print = (line: string) => writeOut(new TextEncoder().encode(`${line}\n`));
    if (choices.to === 'gold') {
      for await (const gold of archive.gold()) await print(JSON.stringify(gold));
      return exits.done;
    }
    const kept = await archive.corrections();
    const lines = choices.json || choices.to === 'jsonl' ? kept.map((one) => JSON.stringify(one)) : kept.map(correctionText);
    if (lines.length > 0) await print(lines.join('\n'));
    else if (!choices.json && choices.to === 'terminal') await print('No corrections.');
    return exits.done;
  });
}
