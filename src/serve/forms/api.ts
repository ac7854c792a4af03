import { z } from '@hono/zod-openapi';

// Importing z from here gives every schema, also those of src/reading, its `openapi` method: so this room takes z from no other place.
export { z };

/** Lists are read-only in the house, and not so in what zod infers. */
type Fixed<Value> = Value extends readonly (infer Item)[]
  ? readonly Fixed<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Fixed<Value[Key]> }
    : Value;

/** A value as the schema's type; the compiler checks that it is one. What is sent is the value itself: nothing is parsed again. */
export const as = <Schema extends z.ZodType>(_: Schema, value: Fixed<z.output<Schema>>): z.output<Schema> => value as z.output<Schema>;

type Given<Fields> = { [Field in keyof Fields]: Exclude<Fields[Field], undefined> };

/** Fields that are there: a query that names no speaker has no `speaker`, and not an undefined one. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
