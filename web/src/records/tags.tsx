import type { Event, Quotation } from '../../../src/reading/schema.ts';
import { flagWords, setFlags } from './flags.ts';

export const kindNames: Readonly<Record<Quotation['kind'], string>> = {
  direct: 'in their own words',
  indirect: 'in the writer’s words',
  mixed: 'partly in their own words',
};

/** Quad classes with the sign that tells them apart without colour. */
export const quads = [
  { sign: '○', name: 'verbal cooperation' },
  { sign: '●', name: 'material cooperation' },
  { sign: '◇', name: 'verbal conflict' },
  { sign: '◆', name: 'material conflict' },
] as const;

export const quadOf = ({ quad }: Event) => quads[quad - 1] ?? quads[0];

/** What keeps a quotation from being a plain statement. */
export const quotationFlags = (quotation: Quotation): readonly string[] => [
  ...setFlags(quotation, ['denied', 'hedged']),
  ...(quotation.stance === 'statement' ? [] : [quotation.stance]),
];

/** What keeps an event from being a plain fact of the past. */
export const eventFlags = (event: Event): readonly string[] => [
  ...setFlags(event, ['negated', 'hypothetical', 'future', 'historical']),
  ...(event.hedge === null ? [] : [flagWords('hedged').set]),
];

export const Tags = ({ words }: { readonly words: readonly string[] }) =>
  words.length === 0 ? null : (
    <ul class="tags" aria-label="Marked as">
      {words.map((word) => (
        <li key={word} class={`tag tag-${word.replaceAll(' ', '-')}`}>
          {word}
        </li>
      ))}
    </ul>
  );

/** How sure the machine is, as a number; what it stands for is in the title. */
export const Score = ({ score }: { readonly score: number }) => (
  <span class="score" title={`The model’s own estimate that this record is right: ${score}`}>
    {Math.round(score * 100)} %
  </span>
);
