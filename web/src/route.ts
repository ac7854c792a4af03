import { useEffect, useState } from 'preact/hooks';

/** Where the reader is: `#/search?words=war`, `#/document/sha256:…?record=q3`. Behind the # so that the server has one page only. */
export interface Route {
  readonly view: string;
  readonly id: string | null;
  readonly params: URLSearchParams;
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view = '', ...rest] = path.split('/');
  const id = rest.join('/');
  return { view: view === '' ? 'read' : view, id: id === '' ? null : decoded(id), params: new URLSearchParams(query) };
}

/** An address that somebody cut short must not break the page. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address in the page; parameters that say nothing are left out. */
export function href(view: string, id: string | null = null, params: Readonly<Record<string, string | null | undefined>> = {}): string {
  const said = Object.entries(params).filter((entry): entry is [string, string] => entry[1] != null && entry[1] !== '');
  const query = new URLSearchParams(said).toString();
  return `#/${view}${id === null ? '' : `/${encodeURIComponent(id)}`}${query === '' ? '' : `?${query}`}`;
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const changed = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
}
