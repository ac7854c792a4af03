import { quads } from '../records/tags.tsx';

const parts = [
  ['content direct', 'their own words'],
  ['content mixed', 'partly their own words'],
  ['content indirect', 'the writer’s words for what was said'],
  ['source', 'who says it'],
  ['cue', 'how it is said'],
] as const;

/** What the marks in the text mean: each told by line and shape as well as by colour. */
export const Marks = () => (
  <ul class="marks">
    {parts.map(([look, name]) => (
      <li key={look}>
        <span class={`lit ${look}`}>{name}</span>
      </li>
    ))}
    {quads.map(({ name }, at) => (
      <li key={name}>
        <span class={`lit trigger quad${at + 1}`}>{name}</span>
      </li>
    ))}
  </ul>
);

export const Legend = () => (
  <details class="legend">
    <summary>How to read the marks</summary>
    <Marks />
  </details>
);
