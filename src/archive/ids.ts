import { createHash } from 'node:crypto';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** So many digits of a document's hash stand before a record's own id. */
const DIGITS = 12;

export const documentId = (sha: string): string => `sha256:${sha}`;
export const shaOf = (id: string): string => id.replace(/^sha256:/, '');
export const recordId = (sha: string, local: string): string => `${sha.slice(0, DIGITS)}:${local}`;

/** What an id that a person gives names: a document by (the first digits of) its hash, perhaps a record in it. */
export interface Named {
  readonly sha: string;
  readonly local: string | null;
}

/** Null where it can be no id. @example parseId('1f0c22ab9e01:q7') // { sha: '1f0c22ab9e01', local: 'q7' } */
export function parseId(id: string): Named | null {
  const [, sha, local] = /^(?:sha256:)?([0-9a-f]{6,64})(?:[:#]([qe][1-9][0-9]{0,6}))?$/.exec(id) ?? [];
  return sha === undefined ? null : { sha, local: local ?? null };
}

/** An actor of a document. @example parseActor('1f0c22ab9e01:a3') // { sha: '1f0c22ab9e01', local: 'a3' } */
export function parseActor(id: string): { readonly sha: string; readonly local: string } | null {
  const [, sha, local] = /^(?:sha256:)?([0-9a-f]{6,64})[:#](a[1-9][0-9]{0,6})$/.exec(id) ?? [];
  return sha === undefined || local === undefined ? null : { sha, local };
}
