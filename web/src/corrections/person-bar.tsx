import { useState } from 'preact/hooks';
import type { Person } from '../api/looks.ts';
import { useKeys } from '../keys/keys.ts';
import { MergeForm, RenameForm, SplitForm } from './person-forms.tsx';

const forms = {
  rename: { name: 'Rename…', show: RenameForm },
  merge: { name: 'Merge…', show: MergeForm },
  split: { name: 'Split…', show: SplitForm },
} as const;
type Form = keyof typeof forms;

/** Another name, another person who is the same, or one who is not: a reader's word on who somebody is. */
export function PersonBar({ person }: { readonly person: Person }) {
  const [open, setOpen] = useState<Form | null>(null);
  const turn = (form: Form) => setOpen(open === form ? null : form);
  // One who stands in one place only cannot be split.
  const able = (form: Form) => form !== 'split' || person.items.length > 1;
  useKeys({ e: () => turn('rename'), m: () => turn('merge'), s: () => able('split') && turn('split') });
  const close = () => {
    const form = open;
    setOpen(null);
    document.getElementById(`person-${form}`)?.focus();
  };
  const Shown = open === null ? null : forms[open].show;
  return (
    <div class="person-bar">
      <div class="actions">
        {Object.entries(forms).map(([form, { name }]) => (
          <button
            key={form}
            id={`person-${form}`}
            type="button"
            aria-expanded={open === form}
            disabled={!able(form as Form)}
            onClick={() => turn(form as Form)}
          >
            {name}
          </button>
        ))}
      </div>
      {Shown !== null && <Shown person={person} close={close} />}
    </div>
  );
}
