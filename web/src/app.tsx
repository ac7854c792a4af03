import { useEffect, useRef } from 'preact/hooks';
import { href, type Route, useRoute } from './route.ts';
import { DocumentView } from './views/document.tsx';
import { PersonView } from './views/person.tsx';
import { ReadView } from './views/read.tsx';
import { SearchView } from './views/search.tsx';
import { TimelineView } from './views/timeline.tsx';

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
  document: { name: 'Document', listed: false, show: DocumentView },
  person: { name: 'Person', listed: false, show: PersonView },
};

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

  useEffect(() => {
    document.title = `${view?.name ?? 'Not found'} · Readout`;
    const now = route.view + route.id;
    // Those who listen are told of another view by the focus; within one view it stays where it is.
    if (before.current !== now) {
      main.current?.focus();
      scrollTo(0, 0);
    }
    before.current = now;
  }, [route, view]);

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
        <nav aria-label="Views">
          {Object.entries(views).map(([id, { name, listed }]) =>
            listed ? (
              <a key={id} href={href(id)} {...(id === route.view ? { 'aria-current': 'page' as const } : {})}>
                {name}
              </a>
            ) : null,
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {view === undefined ? <Unknown /> : <view.show key={`${route.view}/${route.id}`} route={route} />}
      </main>
      <footer>
        <p>
          Machine reading errs. Every record points to the words it stands on: check them before you print.{' '}
          <a href="/api/openapi.json">API</a>
        </p>
      </footer>
      <p id="live" class="hidden" role="status" aria-live="polite" />
    </>
  );
}
