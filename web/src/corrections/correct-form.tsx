import { useEffect, useRef, useState } from 'preact/hooks';
import type { People } from '../../../src/reading/picture/people.ts';
import type { Event, Quotation } from '../../../src/reading/schema.ts';
import { Trouble } from '../parts/trouble.tsx';
import { flagWords } from '../records/flags.ts';
import { TypeOptions } from '../records/type-options.tsx';
import { correctAll } from './changes.ts';
import { askedOf, type Draft, draftOf } from './review.ts';
import { WhoField } from './who-field.tsx';

interface FormProps {
  readonly record: Quotation | Event;
  /** As the archive knows it. */
  readonly id: string;
  readonly people: People;
  /** Saved, or given up. */
  close(): void;
}

/** What is read wrongly in a record is said as it should be; only what differs is kept. */
export function CorrectForm({ record, id, people, close }: FormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(record));
  const [note, setNote] = useState('');
  const [error, setError] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const asked = askedOf(id, record, draft);
  const isQuotation = 'content' in record;
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input')?.focus(), []);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await correctAll(asked.map((one) => ({ ...one, ...(note.trim() === '' ? {} : { note: note.trim() }) })));
      close();
    } catch (refused) {
      setError(refused);
    }
  };
  const flag = (name: string, value: boolean | string) => setDraft({ ...draft, flags: { ...draft.flags, [name]: value } });

  return (
    <form
      class="correct-form"
      ref={form}
      onSubmit={save}
      aria-label={`Correct ${isQuotation ? 'quotation' : 'event'} ${record.id.slice(1)}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {isQuotation ? (
        <WhoField label="Said by" people={people} value={draft.speakers} change={(speakers) => setDraft({ ...draft, speakers })} />
      ) : (
        <>
          <label>
            <span>Type</span>
            <select value={draft.type} onChange={(event) => setDraft({ ...draft, type: event.currentTarget.value })}>
              <TypeOptions />
            </select>
          </label>
          <WhoField label="Who" people={people} value={draft.actor} change={(actor) => setDraft({ ...draft, actor })} />
          <WhoField label="To whom" people={people} value={draft.recipient} change={(recipient) => setDraft({ ...draft, recipient })} />
        </>
      )}
      <fieldset class="flags">
        <legend>Marked as</legend>
        {Object.entries(draft.flags).map(([name, value]) =>
          typeof value === 'boolean' ? (
            <label key={name} class="check">
              <input type="checkbox" checked={value} onChange={(event) => flag(name, event.currentTarget.checked)} />
              <span>{flagWords(name).ask}</span>
            </label>
          ) : (
            <label key={name} class="inline">
              <span>It is a</span>
              <select value={value} onChange={(event) => flag(name, event.currentTarget.value)}>
                <option value="statement">statement</option>
                <option value="belief">belief</option>
                <option value="intent">intent</option>
              </select>
            </label>
          ),
        )}
      </fieldset>
      <label class="note-field">
        <span>Why (kept with it)</span>
        <input type="text" maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <div class="actions">
        <button type="submit" class="main-button" disabled={asked.length === 0}>
          Save
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      <Trouble error={error} />
    </form>
  );
}
