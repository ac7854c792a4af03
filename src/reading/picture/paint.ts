import colours from 'picocolors';

/** What a stretch of a picture is, and so how it looks. */
export type Style =
  | 'plain'
  | 'title'
  | 'direct'
  | 'mixed'
  | 'indirect'
  | 'source'
  | 'cue'
  | 'number'
  | 'quad1'
  | 'quad2'
  | 'quad3'
  | 'quad4';

/** How styles, and the words around them, are printed. */
export interface Paint {
  readonly colour: boolean;
  style(style: Style, text: string): string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly warning: (text: string) => string;
}

/** The one place where colours are chosen: green said word for word, yellow partly, cyan in other words; magenta the cue, bold the source. */
export function paintWith(colour: boolean): Paint {
  const c = colours.createColors(colour);
  const styles: Record<Style, (text: string) => string> = {
    plain: (text) => text,
    title: c.bold,
    direct: c.green,
    mixed: c.yellow,
    indirect: c.cyan,
    source: (text) => c.bold(c.underline(text)),
    cue: (text) => c.italic(c.magenta(text)),
    number: c.dim,
    quad1: (text) => c.bold(c.green(text)),
    quad2: (text) => c.bold(c.blue(text)),
    quad3: (text) => c.bold(c.yellow(text)),
    quad4: (text) => c.bold(c.red(text)),
  };
  return { colour, style: (style, text) => styles[style](text), strong: c.bold, quiet: c.dim, warning: c.red };
}

/** The marks that set a style off where there is no colour. */
export const brackets: Readonly<Partial<Record<Style, readonly [string, string]>>> = {
  direct: ['[', ']'],
  mixed: ['[', ']'],
  indirect: ['[', ']'],
  source: ['_', '_'],
  cue: ['*', '*'],
  quad1: ['*', '*'],
  quad2: ['*', '*'],
  quad3: ['*', '*'],
  quad4: ['*', '*'],
};
