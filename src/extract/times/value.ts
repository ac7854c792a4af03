import { civil, dayNumber, dayValue, monthValue, parseDay, quarterValue, shiftMonth, weekValue, yearValue } from './calendar.ts';
import type { Context } from './found.ts';
import type { Unit } from './words.ts';

/** A duration's value: P3D, PT2H, P2Y6M; null is a vague amount, PXM. Decades and centuries count as years, halves as the next smaller unit. */
export function durationValue(amount: number | null, unit: Unit): string {
  if (amount === null)
    return unit === 'S' || unit === 'MI' || unit === 'H' ? `PTX${unit === 'MI' ? 'M' : unit}` : `PX${unit === 'Q' ? 'M' : unit}`;
  if (unit === 'DE') return `P${amount * 10}Y`;
  if (unit === 'CE') return `P${amount * 100}Y`;
  if (unit === 'Q') return `P${amount * 3}M`;
  const whole = Math.floor(amount);
  if (amount - whole === 0.5) {
    const large = whole > 0 ? whole : '';
    if (unit === 'Y') return `P${large}${large && 'Y'}6M`;
    if (unit === 'H') return `PT${large}${large && 'H'}30M`;
    if (unit === 'MI') return `PT${large}${large && 'M'}30S`;
  }
  if (unit === 'S' || unit === 'MI' || unit === 'H') return `PT${amount}${unit === 'MI' ? 'M' : unit}`;
  return `P${amount}${unit}`;
}

/** The day a calendar value starts on, and its grain; null for values with unknown parts and for references. */
export function anchorOf(value: string | null): { readonly day: number; readonly grain: Unit } | null {
  if (value === null) return null;
  const day = parseDay(value);
  if (day !== null) return { day, grain: 'D' };
  const match = /^(\d{4})(?:-(?:W(\d\d)|Q([1-4])|(\d\d)|(SP|SU|FA|WI)))?/u.exec(value);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) {
    const fourth = dayNumber(year, 1, 4);
    return { day: fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(match[2]) - 1) * 7, grain: 'W' };
  }
  if (match[3] !== undefined) return { day: dayNumber(year, Number(match[3]) * 3 - 2, 1), grain: 'Q' };
  if (match[4] !== undefined) return { day: dayNumber(year, Number(match[4]), 1), grain: 'M' };
  if (match[5] !== undefined) return { day: dayNumber(year, { SP: 3, SU: 6, FA: 9, WI: 12 }[match[5]] ?? 1, 1), grain: 'Q' };
  return value.length === 4 ? { day: dayNumber(year, 1, 1), grain: 'Y' } : null;
}

/** The value `amount` units after the day, as exact as the unit: days to the day, weeks to the week, years to the year, decades to the year. */
export function shifted(day: number, amount: number, unit: Unit): string {
  const { year, month } = civil(day);
  const half = !Number.isInteger(amount);
  if (unit === 'D') return dayValue(day + Math.trunc(amount));
  if (unit === 'W') return weekValue(day + Math.trunc(amount * 7));
  if (unit === 'M' || (unit === 'Y' && half) || unit === 'Q') {
    const moved = shiftMonth(year, month, Math.trunc(amount * (unit === 'Y' ? 12 : unit === 'Q' ? 3 : 1)));
    return unit === 'Q' ? quarterValue(moved.year, Math.ceil(moved.month / 3)) : monthValue(moved.year, moved.month);
  }
  if (unit === 'Y') return yearValue(year + amount);
  if (unit === 'DE') return yearValue(year + Math.trunc(amount * 10));
  if (unit === 'CE') return yearValue(year + Math.trunc(amount * 100));
  return dayValue(day);
}

/** The unit that holds the day: its week, month, quarter, year, decade ("199"), century ("19"). */
export function holding(day: number, unit: Unit): string {
  const { year, month } = civil(day);
  if (unit === 'D') return dayValue(day);
  if (unit === 'W') return weekValue(day);
  if (unit === 'M') return monthValue(year, month);
  if (unit === 'Q') return quarterValue(year, Math.ceil(month / 3));
  if (unit === 'DE') return yearValue(year).slice(0, 3);
  if (unit === 'CE') return yearValue(year).slice(0, 2);
  return yearValue(year);
}

/** What is left of a relative expression where no publication date is known. */
export const vagueSide = (side: -1 | 0 | 1): string => (side < 0 ? 'PAST_REF' : side > 0 ? 'FUTURE_REF' : 'PRESENT_REF');

/** The value `side` units from the publication, as exact as the unit; a vague reference without a publication date. */
export function beside(context: Context, side: -1 | 0 | 1, unit: Unit): string {
  if (context.published === null) return vagueSide(side);
  if (unit === 'DE' || unit === 'CE') {
    const size = unit === 'DE' ? 10 : 100;
    return yearValue(civil(context.published).year + side * size).slice(0, unit === 'DE' ? 3 : 2);
  }
  return shifted(context.published, side, unit);
}
