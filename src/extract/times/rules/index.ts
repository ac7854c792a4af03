import type { Rule } from '../found.ts';
import { amount } from './amount.ts';
import { bareUnit } from './bare-unit.ts';
import { century } from './century.ts';
import { clock } from './clock.ts';
import { day } from './day.ts';
import { decades } from './decade.ts';
import { every } from './every.ts';
import { isoDate } from './iso-date.ts';
import { partOfDay } from './part-of-day.ts';
import { partOfYear } from './part-of-year.ts';
import { period } from './period.ts';
import { same } from './same.ts';
import { side } from './side.ts';
import { vague } from './vague.ts';
import { year } from './year.ts';

/**
 * All rules. At each word the longest match wins; of two equally long ones the one further up:
 * full dates before their parts, sets before single days ("Tuesday nights"), named periods before bare units and vague words.
 */
export const rules: readonly Rule[] = [
  isoDate,
  clock,
  every,
  day,
  partOfYear,
  side,
  same,
  partOfDay,
  period,
  amount,
  century,
  decades,
  year,
  bareUnit,
  vague,
];
