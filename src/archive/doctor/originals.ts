import { documentId, hashOf } from '../ids.ts';
import { unpack } from '../pack.ts';
import type { Check } from './check.ts';

/** Every original unpacks to the bytes of its hash, and belongs to a printing. */
export const originalsCheck: Check = {
  name: 'originals',
  async *look({ db }) {
    const all = await db.selectFrom('originals').select('sha').orderBy('sha').execute();
    const used = new Set((await db.selectFrom('printings').select('original').distinct().execute()).map(({ original }) => original));
    for (const { sha } of all) {
      if (!used.has(sha)) {
        yield {
          about: documentId(sha),
          message: 'No printing belongs to this original.',
          mend: async () => void (await db.deleteFrom('originals').where('sha', '=', sha).execute()),
        };
      }
      const row = await db.selectFrom('originals').select(['packed', 'size']).where('sha', '=', sha).executeTakeFirst();
      if (row === undefined) continue;
      const fault = faultOf(row, sha);
      if (fault !== null) yield { about: documentId(sha), message: fault };
    }
  },
};

function faultOf({ packed, size }: { readonly packed: Uint8Array; readonly size: number }, sha: string): string | null {
  try {
    const bytes = unpack(packed);
    if (bytes.length !== size) return `The original has ${bytes.length} bytes and not ${size}.`;
    return hashOf(bytes) === sha ? null : 'The original’s bytes are not those of its hash.';
  } catch {
    return 'The original cannot be unpacked.';
  }
}
