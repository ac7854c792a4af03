import type { Archive } from '../archive/port.ts';
import { type Comparison, compareVersions } from '../archive/versions.ts';
import type { DocumentView } from '../archive/view.ts';
import { oneLine } from '../reading/picture/visible.ts';

/** What became of a document's records in another version at one of its addresses. */
export interface VersionView {
  readonly address: string;
  readonly version: number;
  readonly id: string;
  readonly published: string | null;
  /** Null for the document itself. */
  readonly records: Comparison | null;
}

/** A page that changes by the minute has hundreds of versions: the last of them tell what there is to know. */
const MOST = 20;

/** The versions of a document, each with what became of its records there. */
export async function versionsOf(archive: Archive, { reading, versions }: DocumentView): Promise<readonly VersionView[]> {
  const views: VersionView[] = [];
  for (const { address, versions: all } of versions) {
    for (const { version, id, published } of all.slice(-MOST)) {
      const records = id === reading.document.id ? null : compareVersions(reading, (await archive.document(id)).reading);
      views.push({ address, version, id, published, records });
    }
  }
  return views;
}

const counted = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);

function changes({ fates, added }: Comparison): string {
  const named = (fate: string) => fates.filter((one) => one.fate === fate).map(({ record }) => record);
  const [altered, removed] = [named('altered'), named('removed')];
  const told = [
    ...counted(named('stays').length, 'stay'),
    ...counted(altered.length, `altered (${altered.join(', ')})`),
    ...counted(removed.length, `removed (${removed.join(', ')})`),
    ...counted(added.length, 'only there'),
  ];
  return told.length === 0 ? 'no records' : told.join(', ');
}

/** @returns lines for a person; none where there is one version only */
export function versionLines(views: readonly VersionView[]): string[] {
  return [...new Set(views.map(({ address }) => address))].flatMap((address) => [
    `Versions at ${oneLine(address)}:`,
    ...views
      .filter((view) => view.address === address)
      .map(({ version, id, published, records }) =>
        ['', version, id.slice(7, 19), published ?? 'no date', records === null ? 'this one' : changes(records)].join('  '),
      ),
  ]);
}

/** What became of one record, version by version. */
export const fateOf = (views: readonly VersionView[], local: string) =>
  views.flatMap(({ address, version, id, records }) => {
    const fate = records?.fates.find(({ record }) => record === local);
    return fate === undefined ? [] : [{ address, version, document: id, fate: fate.fate, now: fate.now }];
  });

/** @example 'altered in version 2 (q3), removed in version 3' */
export const fateLine = (fates: ReturnType<typeof fateOf>): string =>
  fates.map(({ fate, version, now }) => `${fate} in version ${version}${now === null || now === undefined ? '' : ` (${now})`}`).join(', ');
