import { expect, test } from 'vitest';
import type { Decision } from '../extract/why.ts';
import { underIds } from './decisions.ts';
import type { Reading } from './schema.ts';

const decision = (record: string): Decision => ({ record, field: 'speaker', value: 'Kim', by: 'rule:source', score: null, rejected: [] });

test('decisions stand under the ids of the reading; what became no record keeps its place', () => {
  const reading = {
    quotations: [
      {
        id: 'q1',
        content: [
          { start: 4, end: 9 },
          { start: 20, end: 30 },
        ],
      },
      { id: 'q2', content: [{ start: 40, end: 50 }] },
    ],
    events: [{ id: 'e1', trigger: { start: 40, end: 44 } }],
    places: [{ id: 'p1', start: 12, end: 18 }],
    times: [{ id: 't1', start: 30, end: 37 }],
  } as unknown as Reading;
  expect(
    underIds(['content@4', '20', '40', 'trigger@40', 'place@12', 'time@30', 'content@99'].map(decision), reading).map(
      ({ record }) => record,
    ),
  ).toEqual(['q1', 'q1', 'q2', 'e1', 'p1', 't1', 'content@99']);
});
