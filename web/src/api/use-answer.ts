import { useEffect, useState } from 'preact/hooks';

/** An answer of the server that is on its way, has come, or will not come. */
export interface Answered<Answer> {
  readonly answer: Answer | null;
  readonly error: unknown;
  readonly waiting: boolean;
}

/** Asks whenever `key` changes, and takes no answer that came too late; what was there stays until the new one comes. */
export function useAnswer<Answer>(key: string, ask: (signal: AbortSignal) => Promise<Answer>): Answered<Answer> {
  const [state, setState] = useState<Answered<Answer>>({ answer: null, error: null, waiting: true });
  useEffect(() => {
    const abort = new AbortController();
    setState(({ answer }) => ({ answer, error: null, waiting: true }));
    ask(abort.signal).then(
      (answer) => setState({ answer, error: null, waiting: false }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ answer: null, error, waiting: false });
      },
    );
    return () => abort.abort();
  }, [key]);
  return state;
}
