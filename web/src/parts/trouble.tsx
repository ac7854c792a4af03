import { Refusal } from '../api/client.ts';

/** What went wrong, and what to do next. */
export function Trouble({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const known = error instanceof Refusal;
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>
          {known ? error.message : `Something went wrong in the page: ${error instanceof Error ? error.message : String(error)}`}
        </strong>
      </p>
      {known && (
        <p>
          {error.next} <code>{error.code}</code>
        </p>
      )}
    </div>
  );
}
