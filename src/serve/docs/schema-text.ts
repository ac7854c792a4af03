/** What of JSON Schema the OpenAPI document has. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
  readonly example?: unknown;
}

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c);

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref;
const literal = (value: unknown): string => escaped(JSON.stringify(value));
const isSeveral = (text: string): boolean => text.includes(' | ') || text.includes(' &amp; ');

function objectText({ properties = {}, required = [], additionalProperties }: Schema, depth: number): string {
  const entries = Object.entries(properties);
  const rest = typeof additionalProperties === 'object' ? `Record&lt;string, ${schemaText(additionalProperties, depth)}&gt;` : null;
  if (entries.length === 0) return rest ?? '{}';
  const pad = '  '.repeat(depth + 1);
  const lines = entries.map(([name, schema]) => {
    const note = schema.description === undefined ? '' : `  <i>// ${escaped(schema.description)}</i>`;
    return `${pad}${escaped(name)}${required.includes(name) ? '' : '?'}: ${schemaText(schema, depth + 1)};${note}`;
  });
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

/**
 * A schema as a TypeScript programmer would write it, in HTML: names of schemas are links, everything else is escaped.
 * @example schemaText({ type: ['string', 'null'] }) // 'string | null'
 */
export function schemaText(schema: Schema, depth = 0): string {
  const { $ref, anyOf, oneOf, allOf, type, items } = schema;
  if ($ref !== undefined) return `<a href="#schema-${escaped(nameOf($ref))}">${escaped(nameOf($ref))}</a>`;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  const several = anyOf ?? oneOf;
  if (several !== undefined) return [...new Set(several.map((one) => schemaText(one, depth)))].join(' | ');
  if (allOf !== undefined) return allOf.map((one) => schemaText(one, depth)).join(' &amp; ');
  if (Array.isArray(type)) return type.map((one: string) => schemaText({ ...schema, type: one }, depth)).join(' | ');
  if (type === 'array') {
    const inner = items === undefined ? 'unknown' : schemaText(items, depth);
    return isSeveral(inner) ? `(${inner})[]` : `${inner}[]`;
  }
  if (type === 'object' || schema.properties !== undefined) return objectText(schema, depth);
  return escaped(String(type ?? 'unknown'));
}
