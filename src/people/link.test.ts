import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appearance, Group } from './appearance.ts';
import { grouped } from './grouped.ts';
import { blockOf, linkBlock } from './link.ts';
import { personName } from './name.ts';

type Said = Partial<Appearance> & { readonly name: string };

let rows = 0;
const appearance = (said: Said): Appearance => ({
  row: ++rows,
  document: `d${rows}`,
  story: said.document ?? `d${rows}`,
  published: null,
  local: 'a1',
  kind: 'person',
  role: null,
  country: null,
  ...said,
});

/** Links all, block by block, and gives each group as its members' documents. */
function link(said: readonly Said[], company: Record<string, readonly string[]> = {}): readonly Group[] {
  const all = said.map(appearance);
  const blocks = grouped(all, (one) => blockOf(one));
  return [...blocks].flatMap(([block, some]) =>
    block === null ? [] : linkBlock(block, some, ({ document }) => new Set(company[document] ?? [])),
  );
}
const sets = (groups: readonly Group[]): readonly string[] =>
  groups
    .map(({ members }) =>
      members
        .map(({ appearance, rule }) => `${appearance.name}${appearance.country ? `/${appearance.country}` : ''}:${rule}`)
        .sort()
        .join(' + '),
    )
    .sort();

describe('names', () => {
  test.each<[string, string[], string]>([
    ['Sen. Ted Cruz', ['ted', 'cruz'], ''],
    ['Donald J. Trump Jr.', ['donald', 'j', 'trump'], 'jr'],
    ['J.D. Vance', ['jd', 'vance'], ''],
    ['George H.W. Bush', ['george', 'h', 'w', 'bush'], ''],
    ['Recep Tayyip Erdoğan', ['recep', 'tayyip', 'erdogan'], ''],
    ['Beto O’Rourke', ['beto', 'orourke'], ''],
    ['Kim Jong-un', ['kim', 'jong', 'un'], ''],
    ['Donald Tusk’s', ['donald', 'tusk'], ''],
  ])('%s', (text, words, suffix) => expect(personName(text)).toEqual({ words, suffix }));
});

describe('who is one person', () => {
  test.each<[string, Said[], string[]]>([
    ['a full name', [{ name: 'Ted Cruz' }, { name: 'Sen. Ted Cruz', country: 'USA' }], ['Sen. Ted Cruz/USA:n + Ted Cruz:n']],
    ['a middle initial', [{ name: 'Donald Trump' }, { name: 'Donald J. Trump' }], ['Donald J. Trump:n + Donald Trump:m']],
    [
      'a surname with its office',
      [
        { name: 'Obama', role: 'president', country: 'USA' },
        { name: 'Barack Obama', role: 'President', country: 'USA' },
      ],
      ['Barack Obama/USA:n + Obama/USA:o'],
    ],
    [
      'a surname in a near copy',
      [
        { name: 'Ann Lee', document: 'x', story: 's' },
        { name: 'Lee', document: 'y', story: 's' },
      ],
      ['Ann Lee:n + Lee:s'],
    ],
    [
      'a short form with office',
      [
        { name: 'Bill Hart', role: 'attorney general', country: 'USA' },
        { name: 'William Hart', role: 'attorney general', country: 'USA' },
      ],
      ['Bill Hart/USA:k + William Hart/USA:n'],
    ],
    [
      'a double surname',
      [
        { name: 'López Obrador', country: 'MEX' },
        { name: 'Andrés Manuel López Obrador', country: 'MEX' },
      ],
      ['Andrés Manuel López Obrador/MEX:n + López Obrador/MEX:t'],
    ],
    [
      'an office holder by surname, over the years without a gap',
      [
        { name: 'Wu', role: 'premier', country: 'CHN', published: '2001-01-01' },
        { name: 'Wu', role: 'prime minister', country: 'CHN', published: '2003-01-01' },
      ],
      ['Wu/CHN:o + Wu/CHN:o'],
    ],
  ])('%s', (_, said, wanted) => expect(sets(link(said))).toEqual(wanted));
});

describe('who is not', () => {
  test.each<[string, Said[], string[]]>([
    ['a lone surname', [{ name: 'Smith' }, { name: 'Smith' }, { name: 'John Smith' }], ['John Smith:n']],
    ['an initial', [{ name: 'J. Smith' }, { name: 'John Smith' }], ['John Smith:n']],
    ['father and son', [{ name: 'Donald Trump' }, { name: 'Donald Trump Jr.' }], ['Donald Trump Jr.:n', 'Donald Trump:n']],
    [
      'two who could be meant by the short name',
      [{ name: 'George W. Bush' }, { name: 'George H. W. Bush' }, { name: 'George Bush' }],
      ['George Bush:n', 'George H. W. Bush:n', 'George W. Bush:n'],
    ],
    [
      'a surname whose office two have held',
      [
        { name: 'George W. Bush', role: 'president', country: 'USA' },
        { name: 'George H. W. Bush', role: 'president', country: 'USA' },
        { name: 'Bush', role: 'president', country: 'USA', published: '2003-01-01' },
      ],
      ['George H. W. Bush/USA:n', 'George W. Bush/USA:n'],
    ],
    [
      'a name in two countries, and one that tells none',
      [{ name: 'John Smith', country: 'USA' }, { name: 'John Smith', country: 'GBR' }, { name: 'John Smith' }],
      ['John Smith/GBR:n', 'John Smith/USA:n'],
    ],
    ['a short form without office', [{ name: 'Bill Hart' }, { name: 'William Hart' }], ['Bill Hart:n', 'William Hart:n']],
    [
      'a body that every country has',
      [
        { name: 'Supreme Court', kind: 'organisation' },
        { name: 'Supreme Court', kind: 'organisation' },
      ],
      [],
    ],
    [
      'a description',
      [
        { name: 'protesters', kind: 'group' },
        { name: 'protesters', kind: 'group' },
      ],
      [],
    ],
    [
      'somebody without a name',
      [
        { name: 'an Official', kind: 'unnamed' },
        { name: 'an Official', kind: 'unnamed' },
      ],
      [],
    ],
  ])('%s', (_, said, wanted) => expect(sets(link(said))).toEqual(wanted));

  test('two contradicting names are not joined over a third that tells less', () => {
    const groups = link([{ name: 'Ann Lee' }, { name: 'Ann Mary Lee', country: 'USA' }, { name: 'Ann Mary Rose Lee', country: 'GBR' }]);
    for (const { members } of groups) expect(new Set(members.flatMap(({ appearance }) => appearance.country ?? [])).size).toBeLessThan(2);
  });
});

test('company tells which of two is meant', () => {
  const said = [
    { name: 'John Smith', country: 'USA', document: 'u' },
    { name: 'John Smith', country: 'GBR', document: 'g' },
    { name: 'John Smith', document: 'n' },
  ];
  const company = { u: ['Ted Cruz', 'Senate', 'Ann Lee'], g: ['Boris Johnson'], n: ['Ted Cruz', 'Senate'] };
  expect(sets(link(said, company))).toEqual(['John Smith/GBR:n', 'John Smith/USA:n + John Smith:y']);
});

test('one slip of the reading among many does not part a person; it stays alone', () => {
  const said = [
    ...Array.from({ length: 9 }, () => ({ name: 'Ted Cruz', country: 'USA' })),
    { name: 'Ted Cruz' },
    { name: 'Ted Cruz', country: 'CAN' },
  ];
  expect(link(said).map(({ members }) => members.length)).toEqual([1, 10]);
});

test('organisations and countries', () => {
  const said = [
    { name: 'the FBI', kind: 'organisation', country: 'USA' },
    { name: 'FBI', kind: 'group' },
    { name: 'Supreme Court', kind: 'organisation', country: 'USA' },
    { name: 'Supreme Court', kind: 'organisation', country: 'IND' },
    { name: 'America', kind: 'country', country: 'USA' },
    { name: 'United States', kind: 'country', country: 'USA' },
  ];
  expect(sets(link(said))).toEqual([
    'America/USA:c + United States/USA:c',
    'FBI:n + the FBI/USA:n',
    'Supreme Court/IND:n',
    'Supreme Court/USA:n',
  ]);
});

const someone = fc.record({
  name: fc.constantFrom(
    'Bush',
    'George Bush',
    'George W. Bush',
    'George H. W. Bush',
    'G. Bush',
    'Bill Bush',
    'William Bush',
    'George Bush Jr.',
    'Jeb Walker Bush',
    'Walker Bush',
  ),
  country: fc.constantFrom(null, null, 'USA', 'GBR'),
  role: fc.constantFrom(null, 'president', 'governor'),
  published: fc.constantFrom(null, '1990-01-01', '2003-05-01', '2004-05-01'),
  story: fc.constantFrom('s1', 's2', 's3', 's4', 's5'),
});

test('the same whatever the order; no person is of two countries, none has two contradicting names, signatures are unlike', () => {
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (said, numbers) => {
      const all = said.map((one, i) => appearance({ ...one, document: `d${String(i).padStart(2, '0')}` }));
      const mixed = all
        .map((one) => ({ one, at: numbers.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      const told = (list: readonly Appearance[]) =>
        linkBlock('person bush', list, () => new Set()).map(({ signature, members }) => [
          signature,
          members.map(({ appearance, rule }) => `${appearance.document}${rule}`).sort(),
        ]);
      const groups = linkBlock('person bush', all, () => new Set());
      expect(told(mixed)).toEqual(told(all));
      expect(new Set(groups.map(({ signature }) => signature)).size).toBe(groups.length);
      const linked = groups.flatMap(({ members }) => members.map(({ appearance }) => appearance.document));
      expect(new Set(linked).size).toBe(linked.length);
      for (const { members } of groups) {
        expect(new Set(members.flatMap(({ appearance }) => appearance.country ?? [])).size).toBeLessThan(2);
        const names = new Set(members.map(({ appearance }) => appearance.name));
        expect(names.has('George W. Bush') && names.has('George H. W. Bush')).toBe(false);
        expect(names.has('George Bush Jr.') && [...names].some((name) => name.startsWith('George') && name !== 'George Bush Jr.')).toBe(
          false,
        );
      }
    }),
  );
});
