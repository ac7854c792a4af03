// Half of a reading's bytes say where words stand, and each record says the names of its fields again. Both are put so that little is left
// to pack: a place by how far it is from the one before it, and lists of like things field by field.

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

/** Marks of what was a list of objects, and of what was a list of lists. */
const [OBJECTS, LISTS] = ['#', '~'] as const;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !isList(value);
const mapped = (fields: Fields, to: (value: Json, key: string) => Json): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, to(value, key)]));

/** Goes over all places in their order; `turn` makes one number of where the last ended and of the number that is there. */
function placed(
  value: Json,
  at: { end: number },
  turn: (start: number, end: number, last: number) => readonly [number, number, number],
): Json {
  if (isList(value)) return value.map((one) => placed(one, at, turn));
  if (!isFields(value)) return value;
  const { start, end } = value;
  if (typeof start !== 'number' || typeof end !== 'number') return mapped(value, (one) => placed(one, at, turn));
  const [newStart, newEnd, last] = turn(start, end, at.end);
  at.end = last;
  return mapped(value, (one, key) => (key === 'start' ? newStart : key === 'end' ? newEnd : placed(one, at, turn)));
}

const relative = (value: Json): Json => placed(value, { end: 0 }, (start, end, last) => [start - last, end - start, end]);
const absolute = (value: Json): Json =>
  placed(value, { end: 0 }, (start, end, last) => [start + last, start + last + end, start + last + end]);

function byField(value: Json): Json {
  if (isFields(value)) return mapped(value, byField);
  if (!isList(value)) return value;
  const [first] = value;
  if (value.length > 1 && first !== undefined && value.every(isFields)) {
    const keys = Object.keys(first as Fields);
    const same = value.every((one) => JSON.stringify(Object.keys(one)) === JSON.stringify(keys));
    if (same && keys.length > 0)
      return { [OBJECTS]: Object.fromEntries(keys.map((key) => [key, byField(value.map((one) => (one as Fields)[key] as Json))])) };
  }
  if (value.length > 1 && value.every(isList))
    return { [LISTS]: [value.map(({ length }) => length), byField(value.flat() as readonly Json[])] };
  return value.map(byField);
}

function byThing(value: Json): Json {
  if (isList(value)) return value.map(byThing);
  if (!isFields(value)) return value;
  const objects = value[OBJECTS];
  if (objects !== undefined) {
    const columns = Object.entries(objects as Fields).map(([key, column]) => [key, byThing(column) as readonly Json[]] as const);
    return (columns[0]?.[1] ?? []).map((_, i) => Object.fromEntries(columns.map(([key, column]) => [key, column[i] as Json])));
  }
  if (value[LISTS] === undefined) return mapped(value, byThing);
  const [lengths, flat] = value[LISTS] as readonly [readonly number[], Json];
  const all = byThing(flat) as readonly Json[];
  let at = 0;
  return lengths.map((length) => all.slice(at, (at += length)));
}

/** The JSON of a value in less room; where anything in it could not be had back to the character, its plain JSON. */
export function squeezed(value: unknown): string {
  const plain = JSON.stringify(value);
  const small = JSON.stringify([byField(relative(JSON.parse(plain) as Json))]);
  return plain.startsWith('{') && comesBack(small, plain) ? small : plain;
}

function comesBack(small: string, plain: string): boolean {
  try {
    return JSON.stringify(unsqueezed(small)) === plain;
  } catch {
    return false;
  }
}

/** What was squeezed, or stands as it is: archives of before have it so. @throws SyntaxError */
export function unsqueezed(text: string): unknown {
  const value = JSON.parse(text) as Json;
  return isList(value) ? absolute(byThing(value[0] as Json)) : value;
}
