import { isatty } from 'node:tty';

/** Beyond this a line of prose is no pleasure to read. */
const WIDEST = 120;
const DEFAULT = 80;

/** Columns for the picture: the terminal's, or COLUMNS, or 80; never over 120. */
export function terminalWidth(): number {
  const said = (isatty(1) ? process.stdout.columns : undefined) ?? Number(process.env.COLUMNS);
  return Number.isInteger(said) && said > 0 ? Math.min(said, WIDEST) : DEFAULT;
}

/** Colours only for a terminal that can show them, unless NO_COLOR (any value) forbids or FORCE_COLOR asks. */
export function colourWanted(fd = 1): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return isatty(fd) && TERM !== 'dumb';
}
