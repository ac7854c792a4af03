import { useState } from 'preact/hooks';
import type { ToRead } from '../api/forms.ts';
import { keepArticle } from '../api/ingest.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import { href } from '../route.ts';

interface KeepProps {
  readonly article: ToRead;
  /** Of the reading. */
  readonly document: string;
  readonly record: string | null;
}

/** Keeps what was read in the archive, where it can be searched, corrected and judged. */
export function Keep({ article, document, record }: KeepProps) {
  const [state, setState] = useState<'read' | 'asked' | 'kept' | 'there'>('read');
  const [error, setError] = useState<unknown>(null);
  const keep = async () => {
    setState('asked');
    setError(null);
    try {
      const { read } = await keepArticle(article);
      setState(read > 0 ? 'kept' : 'there');
      announce(read > 0 ? 'The article is kept.' : 'The archive had this article already.');
    } catch (refused) {
      setState('read');
      setError(refused);
    }
  };
  if (state === 'kept' || state === 'there')
    return (
      <span class="kept">
        <span aria-hidden="true">✓</span> {state === 'kept' ? 'Kept' : 'The archive had it already'}:{' '}
        <a href={href('document', document, { record })}>open it in the archive</a>
      </span>
    );
  return (
    <>
      <button type="button" class="main-button" disabled={state === 'asked'} onClick={keep}>
        {state === 'asked' ? 'Keeping…' : 'Keep in the archive'}
      </button>
      <Trouble error={error} />
    </>
  );
}
