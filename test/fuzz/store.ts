import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Inputs of one target in a folder of their own, named by their content. */
export function kept(folder: string, target: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  const own = join(folder, target);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .sort()
    .map((name) => ({ name: `${target}/${name}`, bytes: readFileSync(join(own, name)) }));
}

export function keep(folder: string, target: string, bytes: Uint8Array): string {
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  mkdirSync(join(folder, target), { recursive: true });
  writeFileSync(join(folder, target, name), bytes);
  return `${target}/${name}`;
}
