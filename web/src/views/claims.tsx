import { useEffect, useState } from 'preact/hooks';
import type { Claim } from '../../../src/archive/looks/claims.ts';
import { claims } from '../api/looks.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Pair } from '../claims/pair.tsx';
import { useChanges } from '../corrections/changes.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import type { Route } from '../route.ts';
import { askedOf, queryOf } from '../search/fields.ts';
import { SearchForm } from '../search/search-form.tsx';

/** What somebody claims and another, or the accused, denies. */
export function ClaimsView({ route }: { readonly route: Route }) {
  const asked = askedOf(route.params);
  const { count } = useChanges();
  const { answer, error } = useAnswer(`${queryOf(asked)} ${count}`, (signal) => claims(queryOf(asked), signal));
  const [more, setMore] = useState<{ readonly items: readonly Claim[]; readonly next: string | null } | null>(null);
  const [moreError, setMoreError] = useState<unknown>(null);
  useEffect(() => {
    setMore(null);
    if (answer !== null) announce(`${answer.all} claims with a denial.`);
  }, [answer]);
  const items = [...(answer?.items ?? []), ...(more?.items ?? [])];
  const next = more === null ? (answer?.next ?? null) : more.next;
  const goOn = async () => {
    try {
      const page = await claims(queryOf(asked, next));
      setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
      setMoreError(null);
    } catch (refused) {
      setMoreError(refused);
    }
  };
  return (
    <>
      <h1>Claims and denials</h1>
      <p class="lead">What is asked for is asked of the denial. Neither side is judged here: read both where they stand.</p>
      <SearchForm asked={asked} view="claims" />
      <Trouble error={error} />
      {answer !== null && items.length === 0 && <p class="empty">No denial of a claim was found.</p>}
      {answer !== null && items.length > 0 && (
        <p class="note">
          {answer.all} {answer.all === 1 ? 'claim' : 'claims'} with a denial
        </p>
      )}
      <h2 class="hidden">Claims with their denials</h2>
      <ol class="pairs">
        {items.map((pair) => (
          <Pair key={`${pair.claim.id} ${pair.denial.id}`} pair={pair} />
        ))}
      </ol>
      <Trouble error={moreError} />
      {next !== null && (
        <button type="button" onClick={goOn}>
          Show more
        </button>
      )}
    </>
  );
}
