const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
// "January 4, 2019", "Jan. 4th 2019"
const monthFirst = new RegExp(`\\b${month}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\s{0,3},?\\s{1,3}(\\d{4})\\b`, 'iu');
// "4 January 2019", "Fri, 04 Jan 2019", "4th of January, 2019", "04-Jan-2019"
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s{1,3}of)?[\\s-]{1,3}${month}[\\s,-]{1,3}(\\d{4})\\b`, 'iu');
const isoDay = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u;
const isoSlashed = /(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/u;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/u;
const numeric = /(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/u;
const clock =
  /(?<!\d)(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s{0,3}([ap])?\.?(?:m\b\.?)?\s{0,3}(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[A-Z]{2,4}\b)?/iu;

const offsets: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

const two = (n: number): string => String(n).padStart(2, '0');

function day(year: number, monthNumber: number, date: number): string | null {
  const last = new Date(Date.UTC(year, monthNumber, 0)).getUTCDate();
  const sensible = year >= 1600 && year <= 2200 && monthNumber >= 1 && monthNumber <= 12 && date >= 1 && date <= last;
  return sensible ? `${year}-${two(monthNumber)}-${two(date)}` : null;
}

/** The day in `text` and what follows and precedes it (where a clock time may stand). */
function dayIn(text: string): { iso: string; rest: string } | null {
  const found = (match: RegExpExecArray | null, iso: string | null): { iso: string; rest: string } | null =>
    match && iso ? { iso, rest: `${text.slice(match.index + match[0].length)} ${text.slice(0, match.index)}` } : null;
  const n = (value: string | undefined): number => Number(value);
  const monthOf = (name: string | undefined): number => months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  let m = isoDay.exec(text) ?? isoSlashed.exec(text);
  if (m) return found(m, day(n(m[1]), n(m[2]), n(m[3])));
  m = monthFirst.exec(text);
  if (m) return found(m, day(n(m[3]), monthOf(m[1]), n(m[2])));
  m = dayFirst.exec(text);
  if (m) return found(m, day(n(m[3]), monthOf(m[2]), n(m[1])));
  m = numeric.exec(text);
  // 01/04/2019 is January in Chicago and April in London: only a day above 12 tells
  if (m && n(m[2]) > 12) return found(m, day(n(m[3]), n(m[1]), n(m[2])));
  if (m && (n(m[1]) > 12 || n(m[1]) === n(m[2]))) return found(m, day(n(m[3]), n(m[2]), n(m[1])));
  return null;
}

function timeIn(rest: string): string {
  const m = clock.exec(rest);
  if (!m) return '';
  let hour = Number(m[1]);
  const half = m[4]?.toLowerCase();
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || Number(m[2]) > 59) return '';
  const zone = m[5] ?? '';
  const offset = /^[+-]/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : (offsets[zone.toUpperCase()] ?? '');
  return `T${two(hour)}:${m[2]}${m[3] === undefined ? '' : `:${m[3]}`}${offset}`;
}

/**
 * A date or date-time as pages and feeds write it, in ISO 8601, in the offset that it names itself (never the machine's); null if it is none.
 * @example isoDate('Fri, 04 Jan 2019 10:00:00 GMT') // '2019-01-04T10:00:00Z'
 * @example isoDate('January 4, 2019') // '2019-01-04'
 */
export function isoDate(value: string): string | null {
  const text = value.slice(0, 200).trim();
  if (/^1\d{9}$/u.test(text)) return `${new Date(Number(text) * 1000).toISOString().slice(0, 19)}Z`;
  if (/^1\d{12}$/u.test(text)) return `${new Date(Number(text)).toISOString().slice(0, 19)}Z`;
  const packed = compact.exec(text);
  if (packed) {
    const iso = day(Number(packed[1]), Number(packed[2]), Number(packed[3]));
    if (iso === null || packed[4] === undefined) return iso;
    return iso + timeIn(`${packed[4]}:${packed[5]}${packed[6] === undefined ? '' : `:${packed[6]}`}${packed[7] ?? ''}`);
  }
  const found = dayIn(text);
  return found === null ? null : found.iso + timeIn(found.rest);
}
