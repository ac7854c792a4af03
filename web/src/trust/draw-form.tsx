import { useState } from 'preact/hooks';
import { drawSample, type ToDraw } from '../api/samples.ts';
import { Trouble } from '../parts/trouble.tsx';
import { TypeOptions } from '../records/type-options.tsx';
import { href } from '../route.ts';

/** What is drawn, from what, and how it is spread. */
export function DrawForm() {
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const draw = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const given = Object.fromEntries(['by', 'record', 'type', 'outlet'].flatMap((name) => (said(name) === '' ? [] : [[name, said(name)]])));
    setWaiting(true);
    try {
      const { id } = await drawSample({ size: Number(said('size')), seed: said('seed') || '1', ...given } as ToDraw);
      location.hash = href('trust', String(id));
    } catch (refused) {
      setError(refused);
    } finally {
      setWaiting(false);
    }
  };
  return (
    <form class="draw-form" aria-label="Draw a sample" onSubmit={draw}>
      <div class="fields">
        <label>
          <span>Records to draw</span>
          <input type="number" name="size" min={1} max={1000} required defaultValue="50" />
        </label>
        <label>
          <span>Of what</span>
          <select name="record">
            <option value="">quotations and events</option>
            <option value="quotation">quotations</option>
            <option value="event">events</option>
          </select>
        </label>
        <label>
          <span>Type of event</span>
          <select name="type">
            <option value="">any</option>
            <TypeOptions />
          </select>
        </label>
        <label>
          <span>Outlet</span>
          <input type="text" name="outlet" maxLength={500} />
        </label>
        <label>
          <span>Spread evenly over</span>
          <select name="by">
            <option value="">nothing: all alike</option>
            <option value="type">types</option>
            <option value="outlet">outlets</option>
          </select>
        </label>
        <label>
          <span>Seed: the same draws the same</span>
          <input type="text" name="seed" maxLength={200} defaultValue="1" />
        </label>
      </div>
      <button type="submit" class="main-button" disabled={waiting}>
        {waiting ? 'Drawing…' : 'Draw'}
      </button>
      <Trouble error={error} />
    </form>
  );
}
