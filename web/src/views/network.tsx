import { useEffect, useMemo, useState } from 'preact/hooks';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { network } from '../api/looks.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useChanges } from '../corrections/changes.ts';
import { EdgeTable } from '../network/edge-table.tsx';
import { byWeight, edgesOf } from '../network/graph.ts';
import { Picture } from '../network/picture.tsx';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import { href, type Route } from '../route.ts';
import { askedOf, queryOf } from '../search/fields.ts';
import { SearchForm } from '../search/search-form.tsx';

/** More ties than these are a ball of wool. */
const MOST = '150';

/** Who did what to whom over all articles: drawn, and in a table. */
export function NetworkView({ route }: { readonly route: Route }) {
  const asked = askedOf(route.params);
  const params = queryOf(asked);
  params.set('limit', MOST);
  const { count } = useChanges();
  const { answer, error, waiting } = useAnswer(`${params} ${count}`, (signal) => network(params, signal));
  const [person, setPerson] = useState('');
  const nodes = useMemo(() => new Map((answer?.nodes ?? []).map((node) => [node.id, node])), [answer]);
  useEffect(() => {
    if (answer !== null) announce(`${answer.nodes.length} actors and ${answer.edges.length} ties.`);
  }, [answer]);
  const chosen = nodes.has(person) ? person : '';
  const edges = edgesOf(answer?.edges ?? [], chosen);
  const choose = (one: string) => {
    setPerson(one);
    announce(one === '' ? 'Everybody is shown.' : `Only ties of ${oneLine(nodes.get(one)?.name ?? one)} are shown.`);
  };
  return (
    <>
      <h1>Network</h1>
      <SearchForm asked={asked} view="network" />
      <Trouble error={error} />
      {answer !== null && answer.edges.length === 0 && <p class="empty">Nobody with a name does anything to anybody with a name here.</p>}
      {answer !== null && answer.edges.length > 0 && (
        <div class="network" aria-busy={waiting}>
          <Picture network={answer} person={chosen} choose={choose} />
          <section class="network-table" aria-label="The ties in words">
            <div class="network-choice">
              <label>
                <span>Ties of</span>
                <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
                  <option value="">everybody</option>
                  {byWeight(answer.nodes).map(({ id, name, acts, receives }) => (
                    <option key={id} value={id}>
                      {oneLine(name)} ({acts + receives})
                    </option>
                  ))}
                </select>
              </label>
              {chosen.startsWith('who:') && <a href={href('person', chosen)}>{oneLine(nodes.get(chosen)?.name ?? '')} in the archive</a>}
            </div>
            <p class="note">
              {edges.length} {edges.length === 1 ? 'tie' : 'ties'}
              {answer.all > answer.edges.length && ` of ${answer.all}: those that the most independent articles tell`}.
            </p>
            <EdgeTable edges={edges} nodes={nodes} choose={choose} />
          </section>
        </div>
      )}
    </>
  );
}
