/** Means over seeds, and what remains of them at N = ∞. */

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + value, 0) / numbers.length;

/** Standard error of the mean. */
export function sem(numbers: readonly number[]): number {
  const m = mean(numbers);
  return Math.sqrt(numbers.reduce((sum, value) => sum + (value - m) ** 2, 0) / (numbers.length - 1) / numbers.length);
}

/** The limit of the mean from samples at N and at 2N, without the bias of order 1/N, and its standard error. */
export const extrapolate = (small: readonly number[], large: readonly number[]): { value: number; error: number } => ({
  value: 2 * mean(large) - mean(small),
  error: Math.sqrt(4 * sem(large) ** 2 + sem(small) ** 2),
});
