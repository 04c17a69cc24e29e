/** A root of a function by bisection, down to neighbouring f64 numbers. */

/** The x in ]low, high] with f > 0 there and f ≤ 0 at the number before, for f(low) ≤ 0 < f(high); `high` if low ≥ high. */
export function bisect(f: (x: f64) => f64, low: f64, high: f64): f64 {
  let middle = 0.5 * (low + high);
  while (low < middle && middle < high) {
    if (f(middle) > 0) high = middle;
    else low = middle;
    middle = 0.5 * (low + high);
  }
  return high;
}
