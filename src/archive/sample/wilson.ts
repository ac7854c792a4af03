/** The normal distribution's quantile for 95 of 100. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share, which holds for few cases and for shares of 0 and 1 too.
 * @param share between 0 and 1 @param n cases; of unequal weight as many as they are worth
 * @example wilson(0.9, 50) // [0.7864…, 0.9565…]
 */
export function wilson(share: number, n: number): readonly [low: number, high: number] {
  const square = Z * Z;
  const middle = share + square / (2 * n);
  const half = Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const whole = 1 + square / n;
  // Rounding would leave 1e-17 where there is nothing.
  return [share === 0 ? 0 : Math.max(0, (middle - half) / whole), share === 1 ? 1 : Math.min(1, (middle + half) / whole)];
}
