import type { Edge, Node } from '../../../src/archive/looks/network.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { quads } from '../records/tags.tsx';
import { href } from '../route.ts';

interface TableProps {
  readonly edges: readonly Edge[];
  readonly nodes: ReadonlyMap<string, Node>;
  choose(person: string): void;
}

const span = ({ first, last }: Edge): string => (first === null ? '' : first === last || last === null ? first : `${first} to ${last}`);

/** Who is asked for in a search: by id where the person is one over all articles, else by name. */
const asked = (node: Node | undefined, id: string): string => (id.startsWith('who:') ? id : (node?.name ?? id));

/** What one does to another, in words: the picture's twin for the keyboard and for those who listen. */
export function EdgeTable({ edges, nodes, choose }: TableProps) {
  const name = (id: string) => oneLine(nodes.get(id)?.name ?? id);
  const person = (id: string) => (
    <button type="button" class="in-text inline" aria-label={`Only ${name(id)}`} onClick={() => choose(id)}>
      {name(id)}
    </button>
  );
  return (
    <table class="edges">
      <caption class="hidden">Who did what to whom; those that the most independent articles tell come first</caption>
      <thead>
        <tr>
          <th scope="col">Who → whom</th>
          <th scope="col">What</th>
          <th scope="col">Events</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <tr key={`${edge.actor} ${edge.recipient}`}>
            <th scope="row">
              {person(edge.actor)} <span aria-hidden="true">→</span>
              <span class="hidden">to</span> {person(edge.recipient)}
            </th>
            <td>
              {Object.entries(edge.types)
                .map(([type, count]) => `${type.toLowerCase()}${count > 1 ? ` ${count}` : ''}`)
                .join(', ')}
              <span class="edge-quads">
                {edge.quads.map((count, at) => {
                  const quad = quads[at];
                  return count === 0 || quad === undefined ? null : (
                    <span key={quad.name} class={`quad${at + 1}`} title={quad.name}>
                      <span class="sign" aria-hidden="true">
                        {quad.sign}
                      </span>{' '}
                      {count}
                      <span class="hidden"> {quad.name}</span>
                    </span>
                  );
                })}
              </span>
            </td>
            <td>
              <a
                href={href('search', null, {
                  record: 'event',
                  actor: asked(nodes.get(edge.actor), edge.actor),
                  recipient: asked(nodes.get(edge.recipient), edge.recipient),
                })}
                aria-label={`${edge.events} events of ${name(edge.actor)} to ${name(edge.recipient)}`}
              >
                {edge.events}
              </a>
              {edge.negated > 0 && <span class="position"> {edge.negated} denied</span>}
            </td>
            <td class="position">{span(edge)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
