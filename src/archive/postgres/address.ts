import { ReadoutError } from '../../error.ts';

/** Where an archive lies: in a schema of a database, so that it can share one with other things, and with other archives. */
export interface Address {
  /** For the driver. */
  readonly connection: string;
  readonly schema: string;
  /** For people: without the password. */
  readonly name: string;
}

const USUAL = 'readout';

export const isPostgres = (name: string): boolean => /^postgres(?:ql)?:\/\//iu.test(name);

/**
 * @example addressOf('postgres://me:secret@db/news?schema=trial') // { schema: 'trial', name: 'postgres://me@db/news?schema=trial', … }
 * @throws ReadoutError READOUT_USAGE
 */
export function addressOf(name: string): Address {
  const at = name.indexOf('?');
  const head = at < 0 ? name : name.slice(0, at);
  const asked = new URLSearchParams(at < 0 ? '' : name.slice(at + 1));
  const schema = asked.get('schema') ?? USUAL;
  asked.delete('schema');
  if (!/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new ReadoutError(
      'READOUT_USAGE',
      `The schema “${schema.slice(0, 80)}” is no name for an archive.`,
      'Take small letters, digits and _ only: postgres://host/database?schema=news.',
    );
  const rest = asked.size === 0 ? '' : `?${asked}`;
  const hidden = head.replace(/^([a-z]{1,10}:\/\/[^:@/]*):.*@/iu, '$1@');
  return { connection: `${head}${rest}`, schema, name: schema === USUAL ? hidden : `${hidden}?schema=${schema}` };
}
