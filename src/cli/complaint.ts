import { writeSync } from 'node:fs';
import colours from 'picocolors';
import { oneLine } from '../reading/picture/visible.ts';
import { colourWanted } from './screen.ts';

/** A line on standard error; a closed standard error loses it, which is nobody's harm. */
export function say(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody listens.
  }
}

const c = colours.createColors(colourWanted(2));

/** Tells a person what went wrong, with its code, and what to do next. `about` names the input where the message does not. */
export function complain(
  { code, message, next }: { readonly code: string; readonly message: string; readonly next: string },
  about: string | null = null,
): void {
  const shown = oneLine(message);
  const place = about === null || shown.includes(about) ? '' : `${oneLine(about)}: `;
  say(`readout: ${place}${c.red(shown)} [${code}]\n  ${oneLine(next)}\n`);
}
