import { useEffect, useRef, useState } from 'preact/hooks';
import { newest, takeBack } from './corrections/changes.ts';
import { Told } from './corrections/told.tsx';
import { Help } from './keys/help.tsx';
import { useKeys } from './keys/keys.ts';
import { places } from './keys/shortcuts.ts';
import { announce } from './parts/live.ts';
import { href, type Route, useRoute } from './route.ts';
import { ClaimsView } from './views/claims.tsx';
import { CorrectionsView } from './views/corrections.tsx';
import { DocumentView } from './views/document.tsx';
import { LedgerView } from './views/ledger.tsx';
import { MapView } from './views/map.tsx';
import { NetworkView } from './views/network.tsx';
import { PersonView } from './views/person.tsx';
import { ReadView } from './views/read.tsx';
import { SearchView } from './views/search.tsx';
import { TimelineView } from './views/timeline.tsx';
import { TrustView } from './views/trust.tsx';

interface View {
  readonly name: string;
  /** In the navigation, or reached by links only. */
  readonly listed: boolean;
  readonly show: (props: { readonly route: Route }) => preact.JSX.Element;
}

/** Every view of the page. */
const views: Readonly<Record<string, View>> = {
  read: { name: 'Read', listed: true, show: ReadView },
  search: { name: 'Search', listed: true, show: SearchView },
  timeline: { name: 'Timeline', listed: true, show: TimelineView },
  network: { name: 'Network', listed: true, show: NetworkView },
  map: { name: 'Map', listed: true, show: MapView },
  claims: { name: 'Claims', listed: true, show: ClaimsView },
  corrections: { name: 'Corrections', listed: true, show: CorrectionsView },
  trust: { name: 'Trust card', listed: true, show: TrustView },
  ledger: { name: 'Ledger', listed: true, show: LedgerView },
  document: { name: 'Document', listed: false, show: DocumentView },
  person: { name: 'Person', listed: false, show: PersonView },
};

const field = () => document.querySelector<HTMLElement>('input[type="search"]');

const Unknown = () => (
  <>
    <h1>There is no such page</h1>
    <p>
      <a href={href('read')}>Read an article</a>, or <a href={href('search')}>search the archive</a>.
    </p>
  </>
);

export function App() {
  const route = useRoute();
  const view = views[route.view];
  const main = useRef<HTMLElement>(null);
  const before = useRef(route.view + route.id);
  /** Who came to search by a key goes on writing. */
  const toField = useRef(false);
  const [menu, setMenu] = useState(false);

  useEffect(() => {
    document.title = `${view?.name ?? 'Not found'} · Readout`;
    setMenu(false);
    const now = route.view + route.id;
    // Those who listen are told of another view by the focus; within one view it stays where it is.
    if (before.current !== now) {
      const goal = (toField.current ? field() : null) ?? main.current;
      goal?.focus();
      toField.current = false;
      scrollTo(0, 0);
    }
    before.current = now;
  }, [route, view]);

  const [help, setHelp] = useState(false);
  const undo = () => {
    const last = newest();
    if (last === null) announce('There is no correction of this visit to undo; the list has them all.');
    else takeBack(last).catch((refused: unknown) => announce(refused instanceof Error ? refused.message : String(refused)));
  };
  const go = Object.entries(places).map(([key, { view: to }]) => [`g ${key}`, () => (location.hash = href(to))] as const);
  const search = () => {
    if (route.view === 'search') return field()?.focus();
    toField.current = true;
    location.hash = href('search');
  };
  useKeys({ '?': () => setHelp(true), u: undo, '/': search, ...Object.fromEntries(go) });
  const skip = () => {
    main.current?.focus();
    main.current?.scrollIntoView();
  };
  return (
    <>
      <header class="masthead">
        <button type="button" class="skip" onClick={skip}>
          Skip to the content
        </button>
        <a class="brand" href={href('read')}>
          Readout
        </a>
        <button type="button" class="menu" aria-expanded={menu} aria-controls="views" onClick={() => setMenu(!menu)}>
          Menu
        </button>
        <nav aria-label="Views" id="views" class={menu ? 'open' : ''}>
          {Object.entries(views).map(([id, { name, listed }]) =>
            listed ? (
              <a key={id} href={href(id)} {...(id === route.view ? { 'aria-current': 'page' as const } : {})}>
                {name}
              </a>
            ) : null,
          )}
        </nav>
        <button type="button" class="keys" onClick={() => setHelp(true)}>
          Keyboard{' '}
          <span aria-hidden="true">
            <kbd>?</kbd>
          </span>
        </button>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {view === undefined ? <Unknown /> : <view.show key={`${route.view}/${route.id}`} route={route} />}
      </main>
      <Told />
      <footer>
        <p>
          Machine reading errs. Every record points to the words it stands on: check them before you print. <a href="/api/docs">API</a>
        </p>
      </footer>
      {help && <Help close={() => setHelp(false)} />}
      <p id="live" class="hidden" role="status" aria-live="polite" />
    </>
  );
}
