const WORD = /[\p{L}\p{N}]+/gu;
const ACCENT = /\p{Mn}/gu;

/**
 * The words of a text as they are searched: without case and accents, `don’t` as don and t. Done here and not by the store, so that every
 * store finds the same.
 * @example terms('Erdoğan’s NATO-talks') // ['erdogan', 's', 'nato', 'talks']
 */
export const terms = (text: string): readonly string[] => text.normalize('NFKD').replace(ACCENT, '').toLowerCase().match(WORD) ?? [];

export const termText = (...texts: readonly (string | null)[]): string =>
  texts
    .filter((text) => text !== null)
    .map((text) => terms(text).join(' '))
    .join(' ');
