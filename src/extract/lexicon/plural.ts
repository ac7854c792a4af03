const irregular: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  person: 'people',
  child: 'children',
  wife: 'wives',
  agency: 'agencies',
  'attorney general': 'attorneys general',
  'chief of staff': 'chiefs of staff',
  'head of state': 'heads of state',
  'commander-in-chief': 'commanders-in-chief',
  'first lady': 'first ladies',
  'inspector general': 'inspectors general',
  diplomat: 'diplomats',
  mp: 'mps',
  ceo: 'ceos',
  cfo: 'cfos',
  congressman: 'congressmen',
  congresswoman: 'congresswomen',
  media: 'media',
  data: 'data',
  folk: 'folks',
  series: 'series',
};

/** The regular English plural: `ally` → `allies`, `witness` → `witnesses`, `spokesman` → `spokesmen`. */
export function plural(noun: string): string {
  const known = irregular[noun];
  if (known !== undefined) return known;
  if (/(?:man|woman)$/u.test(noun)) return `${noun.slice(0, -2)}en`;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`;
  return `${noun}s`;
}
