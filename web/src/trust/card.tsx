import type { Card, Estimate, Group } from '../../../src/archive/sample/card.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';

const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** The estimate in words. @example '85 % right, between 74 and 92 %' */
export const estimateWords = ({ precision, low, high }: Estimate): string =>
  precision === null || low === null || high === null
    ? 'nothing judged yet'
    : `${percent(precision)} right, between ${Math.round(low * 100)} and ${percent(high)}`;

const WIDTH = 220;

/** The interval as a line, the estimate as a dot on it, from 0 to 100 %. */
function Interval({ precision, low, high }: Estimate) {
  if (precision === null || low === null || high === null) return null;
  return (
    <svg class="interval" width={WIDTH + 8} height="16" viewBox={`-4 0 ${WIDTH + 8} 16`} aria-hidden="true" focusable="false">
      <path class="interval-scale" d={`M0 8H${WIDTH}M0 5V11M${WIDTH / 2} 6V10M${WIDTH} 5V11`} />
      <path class="interval-line" d={`M${low * WIDTH} 8H${high * WIDTH}`} />
      <circle class="interval-dot" cx={precision * WIDTH} cy="8" r="4" />
    </svg>
  );
}

const names: Readonly<Record<string, string>> = {
  quotation: 'quotations',
  event: 'events',
  direct: 'direct quotations',
  indirect: 'indirect quotations',
  mixed: 'mixed quotations',
};

/** Groups of which something was judged; of the others there is nothing to say. */
function Rows({ title, groups: all, none }: { readonly title: string; readonly groups: readonly Group[]; readonly none: string }) {
  const groups = all.filter(({ right, wrong, unsure }) => right + wrong + unsure > 0);
  if (groups.length === 0) return null;
  return (
    <tbody>
      <tr class="card-part">
        <th scope="colgroup" colSpan={4}>
          {title}
        </th>
      </tr>
      {groups.map((group) => (
        <tr key={group.value}>
          <th scope="row">
            {names[group.value] ??
              (group.value === '' ? none : oneLine(/^[A-Z]+$/.test(group.value) ? group.value.toLowerCase() : group.value))}
          </th>
          <td>{group.precision === null ? '–' : percent(group.precision)}</td>
          <td>
            {group.low !== null && group.high !== null && (
              <>
                <Interval {...group} />
                <span class="interval-words">
                  {Math.round(group.low * 100)} to {percent(group.high)}
                </span>
              </>
            )}
          </td>
          <td class="position">
            {group.right} of {group.right + group.wrong}
            {group.unsure > 0 && `, ${group.unsure} unsure`}
          </td>
        </tr>
      ))}
    </tbody>
  );
}

/**
 * How much of what was judged is right: in all, by type, by outlet, each with its interval.
 * @param spread whether the records are of unequal weight: then the share is not that of the counts beside it
 */
export function TrustTable({ card, spread = false }: { readonly card: Card; readonly spread?: boolean }) {
  const { all } = card;
  return (
    <div class="trust-card">
      <p class="trust-all">
        <strong>{all.precision === null ? '–' : percent(all.precision)}</strong> <Interval {...all} />
        <span>
          {estimateWords(all)}: {all.right} of {all.right + all.wrong}
          {all.unsure > 0 && `, ${all.unsure} unsure`}
        </span>
      </p>
      <table>
        <caption class="hidden">Precision with its interval, by type and by outlet</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Right</th>
            <th scope="col">Interval of 95 % (Wilson)</th>
            <th scope="col">Judged</th>
          </tr>
        </thead>
        <Rows title="By record" groups={card.sorts} none="" />
        <Rows title="By type" groups={card.types} none="" />
        <Rows title="By outlet" groups={card.outlets} none="no outlet told" />
      </table>
      {spread && <p class="note">Drawn evenly, counted as they are: each record weighs as much as the records that it stands for.</p>}
      {card.engines.length > 0 && <p class="note">Read by {card.engines.map(oneLine).join('; ')}.</p>}
    </div>
  );
}
