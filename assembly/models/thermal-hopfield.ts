/**
 * Retrieval states of the classic Hopfield model at a temperature T, replica symmetric.
 *
 *   m = E tanh X,   q = E tanh²X,   X normal with mean m/T and variance αr/T²                    (1)
 *   r = q/(1 − C)²,   C = (1 − q)/T                                                             (2)
 *
 * With y = m/√(2αr) and w = √(αr)/T a state is explicit: mean √2 yw, deviation w, T = m/(√2 yw), α = (wT)²/r. At a given T
 * and y, w is the root of √2 ywT = E tanh X, a concave function of w, so there is one for T < 1. T → 0 is w → ∞.
 *
 *   E sech²X = ∫₀^∞ sech²x [φ(x) + φ(−x)] dx,   φ the density of X                               (3)
 *   E tanh X = ∫₀^∞ tanh x [φ(x) − φ(−x)] dx = erf y − ∫₀^∞ (1 − tanh x) [φ(x) − φ(−x)] dx       (4)
 *
 * by Gauss-Legendre on eight panels, over nine deviations for w < 1, and up to x = 20 by the second form of (4) for larger
 * ones, where e^(−2x) is 4·10⁻¹⁸. Errors: rounding; over 1 − T, near T = 1.
 *
 * Source: Amit, Gutfreund, Sompolinsky, Phys. Rev. Lett. 55 (1985) 1530.
 */
import { root } from '../lib/bracketed-root';
import { Curve } from '../lib/curve';
import { erf } from '../lib/error-function';
import { GaussLegendre } from '../lib/gauss-legendre';
import { Saddle } from './hopfield-saddle';

const rule = new GaussLegendre(16);
const panels: i32 = 8;

let y: f64 = 0;
let temperature: f64 = 0;
let m: f64 = 0; // E tanh X
let K: f64 = 0; // E sech²X

/** Equations (3) and (4) at y and w. */
function average(w: f64): void {
  const mean = Math.SQRT2 * y * w;
  const isNarrow = w < 1;
  const low = Math.max(0, mean - 9 * w);
  const high = isNarrow ? mean + 9 * w : Math.min(20, mean + 9 * w);
  m = isNarrow ? 0 : erf(y);
  K = 0;
  const width = (high - low) / <f64>panels;
  if (width <= 0) return;
  for (let panel = 0; panel < panels; ++panel) {
    for (let i = 0; i < rule.nodes.length; ++i) {
      const x = low + width * (<f64>panel + rule.nodes[i]);
      const near = (x - mean) / w, far = (x + mean) / w;
      const weight = (width * rule.weights[i]) / (Math.sqrt(2 * Math.PI) * w);
      const ahead = weight * Math.exp(-0.5 * near * near), behind = weight * Math.exp(-0.5 * far * far);
      const decay = Math.exp(-2 * x);
      const rest = (2 * decay) / (1 + decay); // 1 − tanh x
      K += rest * (2 - rest) * (ahead + behind);
      m += (isNarrow ? 1 - rest : -rest) * (ahead - behind);
    }
  }
}

class Excess extends Curve {
  at(w: f64): f64 {
    average(w);
    return m - Math.SQRT2 * y * w * temperature;
  }
}

const excess = new Excess();

/** The state at the temperature 0 < T < 1 and y > 0. */
export function thermalSaddle(T: f64, at: f64, out: Saddle): void {
  temperature = T;
  y = at;
  const high = 1 / (Math.SQRT2 * y * T); // where m = 1 at most
  let low = 0.5 * high;
  while (excess.at(low) <= 0) low *= 0.5;
  const w = root(excess, 0, low, high);
  average(w);
  const noise = w * T * (1 - K / T);
  out.alpha = (noise * noise) / (1 - K);
  out.alphaD = Infinity;
  out.overlap = m;
}
