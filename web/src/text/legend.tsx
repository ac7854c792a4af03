import { quads } from '../records/tags.tsx';

/** What the marks in the text mean: each told by line and shape as well as by colour. */
export const Legend = () => (
  <details class="legend">
    <summary>How to read the marks</summary>
    <ul>
      <li>
        <span class="lit content direct">their own words</span>
      </li>
      <li>
        <span class="lit content mixed">partly their own</span>
      </li>
      <li>
        <span class="lit content indirect">the writer’s words</span>
      </li>
      <li>
        <span class="lit source">who says it</span>
      </li>
      <li>
        <span class="lit cue">how it is said</span>
      </li>
      {quads.map(({ name }, at) => (
        <li key={name}>
          <span class={`lit trigger quad${at + 1}`}>{name}</span>
        </li>
      ))}
    </ul>
  </details>
);
