/**
 * The error function, its complement, and Owen's function.
 *
 *   erf(x) = (2/√π) x e^(−x²) Σₙ (2x²)ⁿ/(2n+1)!!,   |x| < 1                                     (1)
 *   erfc(x) = (2hx/π) e^(−x²) [1/(2x²) + Σₙ≥₁ e^(−n²h²)/(x² + n²h²)] − 2/(e^(2πx/h) − 1),   x ≥ 1,   (2)
 *     without the last term for x > π/h
 *   T(h,a) = (1/2π) ∫₀ᵃ e^(−h²(1+x²)/2)/(1 + x²) dx,   0 ≤ a ≤ 1                                (3)
 *   T(h,a) + T(ah,1/a) = [Q(h) + Q(ah)]/2 − Q(h) Q(ah),   Q(h) = erfc(h/√2)/2,   h ≥ 0, a > 0   (4)
 *
 * (2) is the trapezoidal rule of erfc(x) = (2x/π) e^(−x²) ∫₀^∞ e^(−t²)/(x² + t²) dt with the residue of the pole at ix, if
 * that is nearer than π/h: exact up to e^(−π²/h²) = 10⁻¹⁷ of it at h = ½. (3) by Gauss-Legendre, whose 16 nodes are exact
 * to rounding. Errors: a few roundings; of e^(−x²), x² of them.
 *
 * Sources: Chiarella, Reichel, Math. Comp. 22 (1968) 137, for (2); Owen, Ann. Math. Stat. 27 (1956) 1075, for (4).
 */
import { GaussLegendre } from './gauss-legendre';

const h: f64 = 0.5;
const terms: i32 = 12;
const squares = new StaticArray<f64>(terms); // [12] (nh)², n = 1 …
const weights = new StaticArray<f64>(terms); // [12] exp(−n²h²)
const rule = new GaussLegendre(16);

for (let n = 0; n < terms; ++n) {
  squares[n] = <f64>((n + 1) * (n + 1)) * h * h;
  weights[n] = Math.exp(-squares[n]);
}

export function erf(x: f64): f64 {
  if (x >= 1) return 1 - tail(x);
  return x <= -1 ? tail(-x) - 1 : series(x);
}

export function erfc(x: f64): f64 {
  if (x >= 1) return tail(x);
  return x <= -1 ? 2 - tail(-x) : 1 - series(x);
}

/** Equation (1). */
function series(x: f64): f64 {
  const square = 2 * x * x;
  let term: f64 = 1, sum: f64 = 1;
  for (let n = 1; term > 1e-17 * sum; ++n) {
    term *= square / <f64>(2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * x * Math.exp(-x * x) * sum;
}

/** Equation (2), for x up to ∞. */
function tail(x: f64): f64 {
  const square = x * x;
  const factor = Math.exp(-square);
  if (factor == 0) return 0;
  let sum: f64 = 0.5 / square;
  for (let n = 0; n < terms; ++n) sum += weights[n] / (square + squares[n]);
  const value = ((2 * h * x) / Math.PI) * factor * sum;
  return x > Math.PI / h ? value : value - 2 / Math.expm1((2 * Math.PI * x) / h);
}

/** Owen's function, h ≥ 0 and a ≥ 0: the chance of two normal numbers to have X > h and 0 < Y < aX. */
export function owen(h: f64, a: f64): f64 {
  if (a <= 1) return wedge(h, a);
  const far = 0.5 * erfc(h * Math.SQRT1_2), farther = 0.5 * erfc(a * h * Math.SQRT1_2);
  return 0.5 * (far + farther) - far * farther - wedge(a * h, 1 / a);
}

/** Equation (3). */
function wedge(h: f64, a: f64): f64 {
  let sum: f64 = 0;
  for (let k = 0; k < rule.nodes.length; ++k) {
    const x = a * rule.nodes[k];
    sum += (rule.weights[k] * Math.exp(-0.5 * h * h * (1 + x * x))) / (1 + x * x);
  }
  return (a * sum) / (2 * Math.PI);
}
