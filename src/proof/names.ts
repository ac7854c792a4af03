/** Everything stands in one folder, which also tells a bundle from any other zip file by its first bytes. */
export const FOLDER = 'readout-bundle';

const hex = (id: string): string => id.replace(/^sha256:/, '');

/** The parts of a bundle, in their order: the README, for each document its pages, itself and its evidence, then what people corrected, and the lists. */
export const partNames = {
  readme: `${FOLDER}/README.md`,
  page: (id: string) => `${FOLDER}/pages/${hex(id)}`,
  document: (id: string) => `${FOLDER}/documents/${hex(id)}.json`,
  evidence: (id: string) => `${FOLDER}/evidence/${hex(id)}.json`,
  corrections: `${FOLDER}/corrections.jsonl`,
  manifest: `${FOLDER}/manifest.json`,
  sums: `${FOLDER}/SHA256SUMS`,
} as const;

/** What a name says the part is, and the hash in it. */
export function partOf(name: string): { readonly kind: 'page' | 'document' | 'evidence'; readonly id: string } | null {
  const [, folder, sha] = /^readout-bundle\/(pages|documents|evidence)\/([0-9a-f]{64})(?:\.json)?$/.exec(name) ?? [];
  if (folder === undefined || sha === undefined) return null;
  const id = `sha256:${sha}`;
  const kind = folder === 'pages' ? 'page' : folder === 'documents' ? 'document' : 'evidence';
  return partNames[kind](id) === name ? { kind, id } : null;
}

/** A zip file begins with the name of its first part, behind 30 bytes. */
export const isBundle = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.length)
    .toString('latin1', 0, 30 + FOLDER.length + 1)
    .startsWith('PK\x03\x04') &&
  Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1', 30, 30 + FOLDER.length + 1) === `${FOLDER}/`;
