/** The closed lists of English that time expressions are made of, by the word in small letters. */
export const months: ReadonlyMap<string, number> = new Map([
  ['january', 1], ['jan', 1], ['february', 2], ['feb', 2], ['march', 3], ['mar', 3], ['april', 4], ['apr', 4], ['may', 5], ['june', 6], ['jun', 6],
  ['july', 7], ['jul', 7], ['august', 8], ['aug', 8], ['september', 9], ['sept', 9], ['sep', 9], ['october', 10], ['oct', 10], ['november', 11], ['nov', 11],
  ['december', 12], ['dec', 12],
]);

/** ISO numbers, Monday = 1. Abbreviations need a capital and company (see not-times.ts). */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ['monday', 1], ['mondays', 1], ['mon', 1], ['tuesday', 2], ['tuesdays', 2], ['tue', 2], ['tues', 2], ['wednesday', 3], ['wednesdays', 3], ['wed', 3],
  ['thursday', 4], ['thursdays', 4], ['thu', 4], ['thur', 4], ['thurs', 4], ['friday', 5], ['fridays', 5], ['fri', 5], ['saturday', 6], ['saturdays', 6], ['sat', 6],
  ['sunday', 7], ['sundays', 7], ['sun', 7],
]);

/** Units of time; `DE` and `CE` are decade and century as TIDES writes them. `H`, `MI`, `S` are clock units. */
export type Unit = 'S' | 'MI' | 'H' | 'D' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE';

export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['second', 'S'], ['seconds', 'S'], ['minute', 'MI'], ['minutes', 'MI'], ['hour', 'H'], ['hours', 'H'], ['day', 'D'], ['days', 'D'], ['week', 'W'], ['weeks', 'W'],
  ['month', 'M'], ['months', 'M'], ['quarter', 'Q'], ['quarters', 'Q'], ['year', 'Y'], ['years', 'Y'], ['decade', 'DE'], ['decades', 'DE'], ['century', 'CE'],
  ['centuries', 'CE'], ['yr', 'Y'], ['yrs', 'Y'], ['hr', 'H'], ['hrs', 'H'], ['mins', 'MI'], ['secs', 'S'],
]);

export const plural = (unit: string): boolean => unit.endsWith('s');

/** Parts of the day as TIMEX3 writes them. */
export const dayParts: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'], ['mornings', 'MO'], ['afternoon', 'AF'], ['afternoons', 'AF'], ['evening', 'EV'], ['evenings', 'EV'], ['night', 'NI'], ['nights', 'NI'],
]);

export const seasons: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'], ['summer', 'SU'], ['summers', 'SU'], ['fall', 'FA'], ['autumn', 'FA'], ['winter', 'WI'], ['winters', 'WI'],
]);

export const cardinals: ReadonlyMap<string, number> = new Map([
  ['one', 1], ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['seven', 7], ['eight', 8], ['nine', 9], ['ten', 10], ['eleven', 11], ['twelve', 12],
  ['thirteen', 13], ['fourteen', 14], ['fifteen', 15], ['sixteen', 16], ['seventeen', 17], ['eighteen', 18], ['nineteen', 19],
]);

export const tens: ReadonlyMap<string, number> = new Map([
  ['twenty', 20], ['thirty', 30], ['forty', 40], ['fifty', 50], ['sixty', 60], ['seventy', 70], ['eighty', 80], ['ninety', 90],
]);

export const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['fifth', 5], ['sixth', 6], ['seventh', 7], ['eighth', 8], ['ninth', 9], ['tenth', 10], ['eleventh', 11],
  ['twelfth', 12], ['thirteenth', 13], ['fourteenth', 14], ['fifteenth', 15], ['sixteenth', 16], ['seventeenth', 17], ['eighteenth', 18], ['nineteenth', 19],
  ['twentieth', 20], ['thirtieth', 30],
]);

/** Zones as news prints them after a clock time. Values keep the local time: the zone is part of the span, not of the value. */
export const zones: ReadonlySet<string> = new Set([
  'gmt', 'utc', 'est', 'edt', 'et', 'cst', 'cdt', 'ct', 'mst', 'mdt', 'mt', 'pst', 'pdt', 'pt', 'bst', 'cet', 'cest', 'eet', 'eest', 'ist', 'jst', 'kst', 'aest', 'aedt', 'msk', 'hkt', 'sgt', 'wib',
]);

/** Says where the expression lies seen from the publication: "last", "this", "next" and their like. */
export const sides: ReadonlyMap<string, -1 | 0 | 1> = new Map([
  ['last', -1], ['past', -1], ['previous', -1], ['this', 0], ['current', 0], ['next', 1], ['coming', 1], ['upcoming', 1],
]);
