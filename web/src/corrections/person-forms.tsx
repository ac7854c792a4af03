import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { peopleNamed, type Somebody } from '../api/corrections.ts';
import type { Person } from '../api/looks.ts';
import { Trouble } from '../parts/trouble.tsx';
import { correctAll } from './changes.ts';

interface FormProps {
  readonly person: Person;
  close(): void;
}

/** Asks one correction, and closes when it is kept. */
function useCorrection(close: () => void) {
  const [error, setError] = useState<unknown>(null);
  const keep = (asked: Parameters<typeof correctAll>[0]) => correctAll(asked).then(close, setError);
  return { error, keep };
}

const escapes = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Escape') close();
};

export function RenameForm({ person, close }: FormProps) {
  const [name, setName] = useState(person.name);
  const { error, keep } = useCorrection(close);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void keep([{ what: 'rename', person: person.id, name: name.trim() }]);
  };
  return (
    <form class="correct-form" aria-label="Give another name" onSubmit={send} onKeyDown={escapes(close)}>
      <label>
        <span>The name</span>
        <input ref={field} type="text" required maxLength={500} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <div class="actions">
        <button type="submit" class="main-button" disabled={name.trim() === '' || name.trim() === person.name}>
          Rename
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      <Trouble error={error} />
    </form>
  );
}

const known = ({ kind, role, country, documents }: Somebody): string =>
  [kind, role, country, `${documents} ${documents === 1 ? 'article' : 'articles'}`].filter((part) => part !== null).join(', ');

export function MergeForm({ person, close }: FormProps) {
  const [name, setName] = useState(person.name.split(' ').at(-1) ?? '');
  const [found, setFound] = useState<readonly Somebody[] | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const { error, keep } = useCorrection(close);
  const field = useRef<HTMLInputElement>(null);
  const group = useId();
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    if (name.trim() === '') return setFound(null);
    const abort = new AbortController();
    const soon = setTimeout(() => {
      peopleNamed(name.trim(), abort.signal).then(
        ({ items }) => setFound(items.filter(({ id }) => id !== person.id)),
        (refused: unknown) => {
          if (!abort.signal.aborted) setFailed(refused);
        },
      );
    }, 200);
    return () => {
      clearTimeout(soon);
      abort.abort();
    };
  }, [name]);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (other !== null) void keep([{ what: 'merge', people: [person.id, other] }]);
  };
  return (
    <form class="correct-form" aria-label="Merge with another person" onSubmit={send} onKeyDown={escapes(close)}>
      <label>
        <span>Words of the other’s name</span>
        <input ref={field} type="text" maxLength={500} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {found !== null && (
        <fieldset>
          <legend>Who is the same as {oneLine(person.name)}?</legend>
          {found.length === 0 && <p class="empty">Nobody else has these words in the name.</p>}
          {found.map((one) => (
            <label key={one.id} class="check line">
              <input type="radio" name={group} value={one.id} checked={other === one.id} onChange={() => setOther(one.id)} />
              <span>
                <strong>{oneLine(one.name)}</strong> {oneLine(known(one))}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="note">{oneLine(person.name)} keeps the name. What decides stays to be seen, and you can take it back.</p>
      <div class="actions">
        <button type="submit" class="main-button" disabled={other === null}>
          Merge
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      <Trouble error={error ?? failed} />
    </form>
  );
}

export function SplitForm({ person, close }: FormProps) {
  const [from, setFrom] = useState<readonly string[]>([]);
  const { error, keep } = useCorrection(close);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void keep([{ what: 'split', person: person.id, from: [...from] }]);
  };
  const turn = (actor: string) => setFrom(from.includes(actor) ? from.filter((one) => one !== actor) : [...from, actor]);
  return (
    <form class="correct-form" aria-label="Split off another person" ref={form} onSubmit={send} onKeyDown={escapes(close)}>
      <fieldset>
        <legend>In which articles is it somebody else?</legend>
        {person.items.map(({ actor, name, role, document }) => (
          <label key={actor} class="check line">
            <input type="checkbox" checked={from.includes(actor)} onChange={() => turn(actor)} />
            <span>
              <strong>{oneLine(name)}</strong>
              {role !== null && `, ${oneLine(role)}`} in {oneLine(document.title ?? 'an article without a title')}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="actions">
        <button type="submit" class="main-button" disabled={from.length === 0 || from.length === person.items.length}>
          Split off
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      {from.length === person.items.length && <p class="note">Somebody must stay.</p>}
      <Trouble error={error} />
    </form>
  );
}
