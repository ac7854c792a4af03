import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../parts/live.ts';
import { keysWanted, wantKeys } from './keys.ts';
import { type Shortcut, shortcuts } from './shortcuts.ts';

const Row = ({ keys, does }: Shortcut) => (
  <div>
    <dt>
      {keys.map((key, at) => (
        <span key={at}>
          {at > 0 && ' '}
          <kbd>{key}</kbd>
        </span>
      ))}
    </dt>
    <dd>{does}</dd>
  </div>
);

/** Every shortcut, and whether single keys do anything at all. */
export function Help({ close }: { close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState(keysWanted());
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  const turn = () => {
    wantKeys(!wanted);
    setWanted(!wanted);
    announce(wanted ? 'Single keys do nothing now.' : 'Single keys act again.');
  };
  return (
    <dialog class="help" ref={dialog} onClose={close} aria-labelledby="help-title">
      <div class="help-head">
        <h2 id="help-title">Keyboard</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <p class="note">Everything can also be reached with Tab and Enter. Where you write, keys write.</p>
      <label class="check">
        <input type="checkbox" checked={wanted} onChange={turn} />
        <span>Single keys act</span>
      </label>
      <div class="help-lists">
        {shortcuts.map(({ where, list }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {list.map((shortcut) => (
                <Row key={shortcut.keys.join(' ')} {...shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
