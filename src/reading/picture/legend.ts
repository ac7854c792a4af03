import { brackets, type Paint, type Style } from './paint.ts';
import { columns } from './width.ts';

/** What the colours (or, without them, the brackets) of a picture mean, in lines of `width` columns. */
export function legend(entries: readonly (readonly [Style, string])[], width: number, paint: Paint): string[] {
  const lines: string[] = [];
  let used = 0;
  for (const [style, name] of entries) {
    const [open, close] = (paint.colour ? undefined : brackets[style]) ?? ['', ''];
    const text = `${open}${name}${close}`;
    const size = columns(text);
    if (lines.length > 0 && used + 3 + size <= width) {
      lines.push(`${lines.pop()}${paint.quiet(' · ')}${paint.style(style, text)}`);
      used += 3 + size;
    } else {
      lines.push(paint.style(style, text));
      used = size;
    }
  }
  return lines;
}
