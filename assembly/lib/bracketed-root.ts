/**
 * Where a curve takes a value, between two points on different sides of it, in about ten evaluations.
 *
 *   x = a + t (b − a):  t by the inverse parabola through the last three points, where x is a monotone function of the
 *   value along it, else ½                                                                      (1)
 *
 * (1) always lies between a and b, whose values have different signs, and a is the newest point. The search ends when
 * they are four roundings apart.
 *
 * Source: Chandrupatla, Adv. Eng. Softw. 28 (1997) 145.
 */
import { Curve } from './curve';

/** x in [low, high] with the value; the end that is nearer to it where both are on the same side. */
export function root(curve: Curve, value: f64, low: f64, high: f64): f64 {
  let a = high, b = low, c = high;
  let fa = curve.at(a) - value, fb = curve.at(b) - value, fc = fa;
  if (fa * fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let t: f64 = 0.5;
  while (true) {
    const x = a + t * (b - a);
    const fx = curve.at(x) - value;
    const isSame = fx * fa > 0;
    c = isSame ? a : b;
    fc = isSame ? fa : fb;
    if (!isSame) {
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const least = (2 * f64.EPSILON * Math.abs(best)) / Math.abs(b - a);
    if (fa == 0 || fb == 0 || !(least < 0.5)) return best;
    t = Math.min(Math.max(way(a, fa, b, fb, c, fc), least), 1 - least);
  }
}

/** t of (1). */
function way(a: f64, fa: f64, b: f64, fb: f64, c: f64, fc: f64): f64 {
  const xi = (a - b) / (c - b), phi = (fa - fb) / (fc - fb);
  if (!(1 - Math.sqrt(1 - xi) < phi && phi < Math.sqrt(xi))) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
