import colours from 'picocolors';
import { oneLine } from '../reading/picture/visible.ts';
import { OutputClosed, writeOutSync } from './output.ts';
import { colourWanted } from './screen.ts';

/** A line on standard error; where its reader has gone it is lost, which is nobody's harm. @throws ReadoutError READOUT_OUTPUT_FAILED */
export function say(text: string): void {
  try {
    writeOutSync(text, 2);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
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
