import { archiveName, openArchive } from '../archive/open.ts';
import type { Archive } from '../archive/port.ts';
import { closing } from './exit.ts';

/** Opens the archive that is meant, does the work with it, and closes it whatever comes. */
export async function withArchive<Result>(
  flag: string | undefined,
  options: { readonly create: boolean },
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openArchive(archiveName(flag), options);
  const close = () => archive.close();
  closing.add(close);
  try {
    return await work(archive);
  } finally {
    closing.delete(close);
    await archive.close();
  }
}
