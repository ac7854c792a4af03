import type { Decision } from '../../extract/why.ts';
import type { Paint } from './paint.ts';
import { oneLine } from './visible.ts';
import { wrapText } from './wrap.ts';

/** Stages write a span as `129–141`: a person is shown the words there, too. */
const worded = (value: string, text: string): string => {
  const [, start, end] = /^(\d+)–(\d+)$/.exec(value) ?? [];
  if (start === undefined) return value;
  const words = oneLine(text.slice(Number(start), Math.min(Number(end), Number(start) + 200)));
  return words === '' ? value : `“${words}”`;
};

const scored = (score: number | null): string => (score === null ? '' : ` ${score.toFixed(2)}`);

/** For `--why`: a line for each decision, what decided it and how surely, and under it what was turned down. */
export function decisionsPart(decisions: readonly Decision[], text: string, width: number, paint: Paint): string[] {
  if (decisions.length === 0) return ['why: no decisions to show.'];
  return [
    paint.strong('why'),
    ...decisions.flatMap(({ record, field, value, by, score, rejected }) => [
      ...wrapText(oneLine(`${record} ${field} = ${worded(value, text)} ← ${by}${scored(score)}`), width - 2).map((line) => `  ${line}`),
      ...rejected.flatMap((other) =>
        wrapText(
          oneLine(`not ${worded(other.value, text)}${scored(other.score)}${other.reason === undefined ? '' : `: ${other.reason}`}`),
          width - 6,
        ).map((line) => `      ${paint.quiet(line)}`),
      ),
    ]),
  ];
}
