import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, likely, parseCalibration } from './calibration.ts';

const lines = ['quotation\tone\t-0.5', 'quotation\tscore\t2', 'speaker\tone\t0', 'speaker\tscore\t1', 'event\tone\t1', 'event\tscore\t0.5'];
const tsv = `# where it is from\nrecord\tfeature\tweight\n${lines.join('\n')}\n`;
const told = expect.objectContaining({ code: 'READOUT_DATA_MISSING' });

describe('calibration', () => {
  const map = parseCalibration(tsv);
  it('leaves a score as it is where its weight is 1 and nothing else counts', () => {
    for (const score of [0.01, 0.3, 0.5, 0.92]) expect(likely(map.speaker, score)).toBeCloseTo(score, 6);
  });
  it('gives scores between 0 and 1 in the order of those before, 0 and 1 too', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [x, y] = [likely(map.quotation, a), likely(map.quotation, b)];
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(1);
        if (a < b) expect(x).toBeLessThanOrEqual(y);
      }),
    );
  });
  it('changes scores and nothing else, and leaves a speaker that is nobody without one', () => {
    const quotation = { id: 'q1', score: 0.8, speakerScore: null };
    const event = { id: 'e1', score: 0.5 };
    const found = { names: [], actors: [], quotations: [quotation], events: [event], places: [], times: [] };
    const after = calibrated(found as unknown as Parameters<typeof calibrated>[0], map);
    expect(after.quotations).toEqual([{ ...quotation, score: expect.closeTo(1 / (1 + Math.exp(0.5 - 2 * Math.log(4))), 6) }]);
    expect(after.events).toEqual([{ ...event, score: expect.closeTo(1 / (1 + Math.exp(-1)), 6) }]);
  });
  it.each(['quotation\tscore\tmuch\n', 'verb\tscore\t1\n', 'toString\tscore\t1\n', 'event\tkind\t1\n', 'event\tscore\n', 'event\t\t1\n'])(
    'tells a damaged line: %j',
    (line) => {
      expect(() => parseCalibration(tsv + line)).toThrow(told);
    },
  );
  it('is told where it is empty, has only its head, or was cut short', () => {
    for (const damaged of ['', '\n', '# where it is from\nrecord\tfeature\tweight\n', tsv.slice(0, tsv.lastIndexOf('event\tscore'))])
      expect(() => parseCalibration(damaged)).toThrow(told);
  });
  it.each(lines)('is told without %j', (line) => {
    expect(() => parseCalibration(tsv.replace(`${line}\n`, ''))).toThrow(told);
  });
});
