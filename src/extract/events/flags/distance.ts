import type { Distance } from './features.ts';

const DAY = 86_400_000;

/** How far a date (YYYY, YYYY-MM, YYYY-MM-DD) lies from the day of publication; null where either is unknown. A month or year that holds the day is that week. */
export function distanceOf(date: string | null, published: string | null): Distance | null {
  if (date === null || published === null || !/^\d{4}/u.test(date)) return null;
  if (published.startsWith(date)) return date.length >= 7 ? 'that week' : null;
  const day = (value: string, late: boolean): number =>
    Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7) || (late ? 12 : 1)) - 1, Number(value.slice(8, 10) || (late ? 28 : 1))) /
    DAY;
  const today = day(published.slice(0, 10), false);
  if (day(date, false) > today) return 'after';
  const before = today - day(date, true);
  if (before > 365) return 'years before';
  if (before > 31) return 'months before';
  return before > 7 ? 'weeks before' : 'that week';
}
