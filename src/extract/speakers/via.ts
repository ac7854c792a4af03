import type { Entity, Gathering } from '../actors/index.ts';
import type { FoundQuotation } from '../quotations/found.ts';

/** Through whom the article has the words, outermost last. */
export function viaOf(_gathering: Gathering, _quotation: FoundQuotation, _speakers: readonly Entity[]): readonly Entity[] {
  return [];
}
