/** Samples per dimension that grow by steps. */

const ROUNDING: f64 = 1e-9;

/** `ratio` + `growth`, or `target` where that is no further away. */
export function grown(ratio: f64, growth: f64, target: f64): f64 {
  const next = ratio + growth;
  return next < target - ROUNDING ? next : target;
}
