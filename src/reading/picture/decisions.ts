import type { Decision } from '../../extract/why.ts';
import type { Paint } from './paint.ts';
import { oneLine } from './visible.ts';
import { wrapText } from './wrap.ts';

const scored = (score: number | null): string => (score === null ? '' : ` ${score.toFixed(2)}`);

/** For `--why`: a line for each decision, what decided it and how surely, and under it what was turned down. */
export function decisionsPart(decisions: readonly Decision[], width: number, paint: Paint): string[] {
  if (decisions.length === 0) return ['why: no decisions to show.'];
  return [
    paint.strong('why'),
    ...decisions.flatMap(({ record, field, value, by, score, rejected }) => [
      ...wrapText(oneLine(`${record} ${field} = ${value} ← ${by}${scored(score)}`), width - 2).map((line) => `  ${line}`),
      ...rejected.flatMap((other) =>
        wrapText(
          oneLine(`not ${other.value}${scored(other.score)}${other.reason === undefined ? '' : `: ${other.reason}`}`),
          width - 6,
        ).map((line) => `      ${paint.quiet(line)}`),
      ),
    ]),
  ];
}
