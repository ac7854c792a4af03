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

/** The same with each place told by how far it is from the end of the one before it, and how long it is. */
function relative(value: Json, at: { end: number }): Json {
  if (isList(value)) return value.map((one) => relative(one, at));
  if (!isFields(value)) return value;
  const { start, end } = value;
  if (typeof start !== 'number' || typeof end !== 'number') return mapped(value, (one) => relative(one, at));
  const last = at.end;
  at.end = end;
  return mapped(value, (one, key) => (key === 'start' ? start - last : key === 'end' ? end - start : relative(one, at)));
}

// Back again in place and without detours: a page of a search unpacks twenty readings of some thousand places each.

type Own = Record<string, Json>;

function makeAbsolute(value: Json, at: { end: number }): void {
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (const one of value) makeAbsolute(one, at);
    return;
  }
  const fields = value as Own;
  const { start, end } = fields;
  if (typeof start === 'number' && typeof end === 'number') {
    fields['start'] = start + at.end;
    at.end = fields['end'] = start + at.end + end;
  }
  for (const key in fields) {
    const one = fields[key];
    if (typeof one === 'object' && one !== null) makeAbsolute(one, at);
  }
}

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
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) {
    const list = value as Json[];
    for (let i = 0; i < list.length; i++) list[i] = byThing(list[i] as Json);
    return list;
  }
  const fields = value as Own;
  if (fields[OBJECTS] !== undefined) return objectsOf(fields[OBJECTS] as Own);
  if (fields[LISTS] !== undefined) {
    const [lengths, flat] = fields[LISTS] as readonly [readonly number[], Json];
    const all = byThing(flat) as readonly Json[];
    let at = 0;
    return lengths.map((length) => all.slice(at, (at += length)));
  }
  for (const key in fields) fields[key] = byThing(fields[key] as Json);
  return fields;
}

function objectsOf(columns: Own): Json {
  const keys = Object.keys(columns);
  const values = keys.map((key) => byThing(columns[key] as Json) as readonly Json[]);
  const objects: Own[] = [];
  for (let i = 0; i < (values[0]?.length ?? 0); i++) {
    const one: Own = {};
    for (let k = 0; k < keys.length; k++) one[keys[k] as string] = values[k]?.[i] as Json;
    objects.push(one);
  }
  return objects;
}

/** The JSON of a value in less room; where anything in it could not be had back to the character, its plain JSON. */
export function squeezed(value: unknown): string {
  const plain = JSON.stringify(value);
  const small = JSON.stringify([byField(relative(JSON.parse(plain) as Json, { end: 0 }))]);
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
  if (!isList(value)) return value;
  const back = byThing(value[0] as Json);
  makeAbsolute(back, { end: 0 });
  return back;
}
