import { escaped, type Schema, schemaText } from './schema-text.ts';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;
  readonly description?: string;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

/** What of the OpenAPI document is shown. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** A sentence of ours, with `names` set off. */
const told = (text: string): string => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const methods = ['get', 'post', 'put', 'delete'] as const;
const idOf = (method: string, path: string): string => `${method}${path.replace(/[^A-Za-z0-9]+/g, '-')}`.replace(/-$/, '');

function parametersPart(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: where, required, description, schema = {} }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${where === 'path' ? 'in the path' : required ? 'required' : 'may be left out'}</td>` +
      `<td><code>${schemaText(schema)}</code></td><td>${escaped(description ?? schema.description ?? '')}</td></tr>`,
  );
  return `<details><summary>Parameters (${parameters.length})</summary><div class="wide" tabindex="0" role="region" aria-label="Parameters"><table><thead><tr><th scope="col">Name</th><th scope="col">Given</th><th scope="col">Form</th><th scope="col">Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

function contentPart(title: string, { content = {}, description = '' }: Content, schemas: Readonly<Record<string, Schema>>): string {
  return Object.entries(content)
    .map(([type, { schema = {} }]) => {
      const named = schema.$ref === undefined ? schema : (schemas[schema.$ref.split('/').at(-1) ?? ''] ?? schema);
      const example =
        named.example === undefined ? '' : `<p>For example</p><pre tabindex="0">${escaped(JSON.stringify(named.example, null, 2))}</pre>`;
      return `<p>${escaped(title)}${description === '' ? '' : `: ${escaped(description)}`} <code>${escaped(type)}</code></p><pre tabindex="0">${schemaText(schema)}</pre>${example}`;
    })
    .join('');
}

function operationPart(path: string, method: string, operation: Operation, schemas: Readonly<Record<string, Schema>>): string {
  const { summary = '', parameters = [], requestBody, responses = {} } = operation;
  const answers = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, answer]) => contentPart(`Answer ${status}`, answer, schemas));
  return (
    `<section id="${idOf(method, path)}"><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>` +
    `<p class="summary">${told(summary)}.</p>${parametersPart(parameters)}` +
    `${requestBody === undefined ? '' : contentPart('Body', requestBody, schemas)}${answers.join('')}</section>`
  );
}

/** The OpenAPI document for people: one page of HTML without scripts, with nothing from anywhere else. */
export function docsPage({ info, paths = {}, components = {} }: ApiDocument): string {
  const schemas = components.schemas ?? {};
  const operations = Object.entries(paths).flatMap(([path, of]) =>
    methods.flatMap((method) => {
      const operation = of[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
  const links = operations.map(
    ({ path, method, operation }) =>
      `<li><a href="#${idOf(method, path)}"><span class="method ${method}">${method.toUpperCase()}</span> <code>${escaped(path.replace('/api', ''))}</code></a><br>${told(operation.summary ?? '')}</li>`,
  );
  const named = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>API · ${escaped(info.title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header><h1>${escaped(info.title)}: the API</h1><p>${escaped(info.description ?? '')} Version ${escaped(info.version)}. <a href="/">The page</a> · <a href="/api/openapi.json">OpenAPI 3.1 as JSON</a></p></header>
<div class="body">
<nav aria-label="Addresses"><ul>${links.join('')}</ul></nav>
<main>
<section><h2>In general</h2>
<p>Requests and answers are JSON. Lists go on with <code>cursor=</code> and the <code>next</code> of the page before. What goes wrong is told by RFC 9457 as <code>application/problem+json</code> (<a href="#schema-Problem">Problem</a>) with a stable code. A server that asks for a token wants <code>Authorization: Bearer …</code>.</p></section>
<h2>Addresses</h2>
${operations.map(({ path, method, operation }) => operationPart(path, method, operation, schemas)).join('\n')}
<h2>Forms</h2>
${named.map(([name, schema]) => `<section id="schema-${escaped(name)}"><h3>${escaped(name)}</h3>${schema.description === undefined ? '' : `<p>${escaped(schema.description)}</p>`}<pre tabindex="0">${schemaText(schema)}</pre></section>`).join('\n')}
</main>
</div>
</body>
</html>
`;
}
