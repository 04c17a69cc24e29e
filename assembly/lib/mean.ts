/** Independent measurements of one quantity. Errors: rounding of a plain sum. */

export function mean(values: StaticArray<f64>): f64 {
  let sum: f64 = 0;
  for (let i = 0, n = values.length; i < n; ++i) sum += values[i];
  return sum / <f64>values.length;
}

/** Standard error of the mean: √(Σ (v − mean)² / (n (n − 1))); NaN for one value, which has no scatter. */
export function standardError(values: StaticArray<f64>): f64 {
  const n = <f64>values.length;
  const middle = mean(values);
  let square: f64 = 0;
  for (let i = 0; i < values.length; ++i) square += (values[i] - middle) * (values[i] - middle);
  return Math.sqrt(square / (n * (n - 1)));
}
