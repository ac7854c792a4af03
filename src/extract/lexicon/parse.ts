import { ReadoutError } from '../../error.ts';
import { eventPhrases } from './event-phrases.ts';
import { flagCues, flagWeights } from './flags.ts';
import type { Country, Cue, Gender, Known, Leader, Lexicon, Pronoun, Role, Title } from './lexicon.ts';
import { phrases } from './phrases.ts';
import { plural } from './plural.ts';
import { one, type Row, readTable, several } from './table.ts';

/** The files of data/ that make the lexicon of actors. */
export const lexiconFiles = [
  'countries.tsv',
  'organisations.tsv',
  'titles.tsv',
  'roles.tsv',
  'leaders.tsv',
  'pronouns.tsv',
  'given-names.tsv',
  'cues.tsv',
  'hedges.tsv',
  'events.tsv',
  'not-events.tsv',
  'flag-cues.tsv',
  'flags.tsv',
] as const;

/** A table is known by its first and second column, so that a user's own file may have any name. */
const tables = {
  'iso3 iso2': 'countries',
  'name also': 'organisations',
  'title gender': 'titles',
  'noun kind': 'roles',
  'country role': 'leaders',
  'pronoun person': 'pronouns',
  'name gender': 'given',
  'lemma forms': 'cues',
  'phrase scope': 'hedges',
  'phrase type': 'events',
  'cue flag': 'flagCues',
  'feature negated': 'flags',
} as const;
type TableName = (typeof tables)[keyof typeof tables];

const gender = (row: Row): Gender | null => one(row, 'gender') as Gender | null;

/** The lower-case words of a title without dots: `Lt. Gov.` → `lt gov`. */
export const titleKey = (title: string): string => title.toLowerCase().replaceAll('.', '').replaceAll('-', ' ');

/**
 * The lexicon from the text of its files (name → content). Rows of later files come before those of earlier ones, so a user's own file overrides.
 * @throws ReadoutError READOUT_LEXICON_INVALID where a file's head is none of ours or a row has too many fields
 */
export function parseLexicon(files: Readonly<Record<string, string>>): Lexicon {
  const rows: Record<TableName, Row[]> = {
    countries: [],
    organisations: [],
    titles: [],
    roles: [],
    leaders: [],
    pronouns: [],
    given: [],
    cues: [],
    hedges: [],
    events: [],
    flagCues: [],
    flags: [],
  };
  for (const [file, text] of Object.entries(files)) {
    const table = readTable(file, text);
    const name = (tables as Record<string, TableName | undefined>)[table.columns.slice(0, 2).join(' ')];
    if (name === undefined)
      throw new ReadoutError(
        'READOUT_LEXICON_INVALID',
        `${file}: the columns "${table.columns.join(', ')}" belong to no table of the lexicon.`,
        'Start the file with the head line of one of the files in data/.',
      );
    rows[name] = [...table.rows, ...rows[name]];
  }
  const countries = new Map<string, Country>();
  for (const row of rows.countries) {
    const iso3 = row['iso3'] ?? '';
    if (!countries.has(iso3)) countries.set(iso3, { iso3, iso2: one(row, 'iso2'), name: row['name'] ?? iso3 });
  }
  const titles = new Map<string, Title>();
  for (const row of rows.titles)
    put(titles, titleKey(row['title'] ?? ''), {
      title: row['title'] ?? '',
      gender: gender(row),
      role: one(row, 'role'),
      sector: one(row, 'sector'),
    });
  const roles = new Map<string, Role>();
  for (const row of rows.roles) addRole(roles, row);
  const cues = new Map<string, Cue>();
  for (const row of rows.cues) {
    const cue: Cue = { lemma: row['lemma'] ?? '', kind: (row['kind'] ?? 'say') as Cue['kind'] };
    for (const form of [cue.lemma, ...several(row, 'forms')]) put(cues, form, cue);
  }
  return {
    countries,
    known: phrases(knownNames(rows.countries, rows.organisations, countries)),
    titles,
    longestTitle: [...titles.keys()].reduce((most, key) => Math.max(most, key.split(' ').length), 1),
    roles,
    pronouns: new Map(
      rows.pronouns.map((row) => [
        row['pronoun'] ?? '',
        {
          person: row['person'] as Pronoun['person'],
          number: one(row, 'number') as Pronoun['number'],
          gender: gender(row),
          case: row['case'] as Pronoun['case'],
        },
      ]),
    ),
    given: new Map(rows.given.toReversed().map((row) => [row['name'] ?? '', gender(row) ?? 'n'])),
    leaders: rows.leaders.map(leader),
    cues,
    hedges: phrases(rows.hedges.map((row) => [row['phrase'] ?? '', hedgeScope(row)] as const)),
    events: eventPhrases(rows.events),
    flagCues: flagCues(rows.flagCues),
    flags: flagWeights(rows.flags),
  };
}

const hedgeScope = (row: Row) => (['fact', 'amount'] as const).find((scope) => scope === row['scope']) ?? 'speech';

function put<T>(map: Map<string, T>, key: string, value: T): void {
  if (key !== '' && !map.has(key)) map.set(key, value);
}

function addRole(roles: Map<string, Role>, row: Row): void {
  const noun = row['noun'] ?? '';
  const role: Role = {
    noun,
    kind: row['kind'] as Role['kind'],
    plural: row['kind'] === 'group',
    gender: gender(row),
    sector: one(row, 'sector'),
  };
  put(roles, noun, role);
  if (role.kind !== 'group') put(roles, plural(noun), { ...role, plural: true });
}

function leader(row: Row): Leader {
  return {
    country: row['country'] ?? '',
    role: row['role'] ?? '',
    name: row['name'] ?? '',
    gender: gender(row),
    from: Number(row['from'] || 0),
    to: Number(row['to'] || 9999),
  };
}

function* knownNames(
  countryRows: readonly Row[],
  organisationRows: readonly Row[],
  countries: ReadonlyMap<string, Country>,
): Generator<readonly [string, Known]> {
  for (const row of countryRows) {
    const country = countries.get(row['iso3'] ?? '');
    if (country === undefined) continue;
    yield [country.name, { kind: 'country', form: 'name', country }];
    for (const name of several(row, 'also')) yield [name, { kind: 'country', form: 'name', country }];
    for (const name of several(row, 'capitals')) yield [name, { kind: 'country', form: 'capital', country }];
    for (const name of several(row, 'seats')) yield [name, { kind: 'country', form: 'seat', country }];
    for (const name of several(row, 'adjectives')) yield [name, { kind: 'country', form: 'adjective', country }];
  }
  for (const row of organisationRows) {
    const organisation = { name: row['name'] ?? '', country: one(row, 'country'), sector: one(row, 'sector') };
    for (const name of [organisation.name, ...several(row, 'also')]) yield [name, { kind: 'organisation', organisation }];
  }
}
