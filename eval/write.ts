import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluated } from './main.ts';

/**
 * Writes the card, its picture and the map of scores, unless the project's own measure has other figures or could not be asked.
 * @returns whether they were written
 */
export function write(root: string, { card, svg, calibration, disagreements }: Omit<Evaluated, 'table'>): boolean {
  if (disagreements.length > 0) return false;
  writeFileSync(join(root, 'data/calibration.tsv'), calibration);
  writeFileSync(join(root, 'docs/accuracy.md'), card);
  writeFileSync(join(root, 'docs/reliability.svg'), svg);
  return true;
}
