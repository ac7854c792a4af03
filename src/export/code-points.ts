/**
 * Positions in UTF-16 units as positions in Unicode code points, which is how Python, brat and the W3C count. Prepared once for a text;
 * most have no character beyond U+FFFF, and there the two are the same.
 */
export function codePoints(text: string): (at: number) => number {
  const seconds: number[] = [];
  for (let at = text.search(/[\ud800-\udbff][\udc00-\udfff]/); at >= 0 && at < text.length - 1; at++) {
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (isPair) seconds.push(++at);
  }
  if (seconds.length === 0) return (at) => at;
  return (at) => {
    let [low, high] = [0, seconds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return at - low;
  };
}
