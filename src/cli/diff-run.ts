import type { Difference } from '../archive/reread/compare.ts';
import type { DocumentDiff } from '../archive/reread/differences.ts';
import { oneLine } from '../reading/picture/visible.ts';
import { wrapText } from '../reading/picture/wrap.ts';
import { withArchive } from './archive.ts';
import { exits } from './exit.ts';
import { counted, paint } from './look-text.ts';
import { writeOut } from './output.ts';
import { terminalWidth } from './screen.ts';

/** The flags of `readout diff`, as parsed. */
export interface DiffChoices {
  readonly archive?: string;
  readonly from?: string;
  readonly only?: Difference['change'];
  readonly limit: number;
  readonly json?: boolean;
}

type Shown = Difference & Pick<DocumentDiff, 'document' | 'from' | 'to'>;

const value = (one: unknown): string =>
  one === null || (Array.isArray(one) && one.length === 0) ? '—' : Array.isArray(one) ? one.join(', ') : String(one);

function differenceText({ change, id, was, words, fields, document }: Shown): string {
  const ref = `${document.id.slice(7, 19)}:${id ?? was}`;
  return [
    `${paint('bold', change.padEnd(7))}  ${paint('cyan', ref)}  ${paint('dim', oneLine([document.published, document.outlet, document.title].filter((fact) => fact !== null).join(' · ')))}`,
    ...wrapText(oneLine(words), Math.max(20, terminalWidth() - 2)).map((line) => `  ${line}`),
    ...Object.entries(fields)
      .filter(([field]) => field !== 'words' || change === 'changed')
      .map(([field, [older, newer]]) => `    ${field}: ${oneLine(value(older))} → ${oneLine(value(newer))}`),
  ].join('\n');
}

/** Prints how many records a new engine reads otherwise, and shows them. @returns the exit code */
export async function diffRun(document: string | undefined, choices: DiffChoices): Promise<number> {
  const counts = { documents: 0, same: 0, changed: 0, lost: 0, new: 0 };
  const records: Shown[] = [];
  const engines = new Set<string>();
  const query = { ...(document === undefined ? {} : { document }), ...(choices.from === undefined ? {} : { from: choices.from }) };
  await withArchive(choices.archive, { create: false }, async (archive) => {
    for await (const { differences, same, ...of } of archive.differences(query)) {
      counts.documents++;
      counts.same += same;
      engines.add(`${of.from.version} (${of.from.model.slice(7, 15)}) → ${of.to.version} (${of.to.model.slice(7, 15)})`);
      for (const difference of differences) {
        counts[difference.change]++;
        if (records.length < choices.limit && (choices.only === undefined || choices.only === difference.change))
          records.push({ ...difference, ...of });
      }
    }
  });
  const all = choices.only === undefined ? counts.changed + counts.lost + counts.new : counts[choices.only];
  const summary = `${counted(counts.changed, 'record')} changed, ${counts.lost} lost, ${counts.new} new, ${counts.same} the same in ${counted(counts.documents, 'article')}`;
  const text = [
    counts.documents === 0 ? 'No article was read by more than one engine.' : summary,
    ...[...engines].sort().map((engine) => paint('dim', `engine ${engine}`)),
    ...records.flatMap((one) => ['', differenceText(one)]),
    ...(all > records.length ? ['', `${all - records.length} more: the same with a higher --limit.`] : []),
  ].join('\n');
  await writeOut(new TextEncoder().encode(`${choices.json ? JSON.stringify({ ...counts, records }) : text}\n`));
  return exits.done;
}
