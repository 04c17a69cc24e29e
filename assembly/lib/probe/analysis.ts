/** What the tests call of functions of one variable: special ones, integrals, roots and summits. */
import { root } from '../bracketed-root';
import { Curve } from '../curve';
import { GaussLegendre } from '../gauss-legendre';
import { summit } from '../golden-section';

export { erf, erfc, owen } from '../error-function';

/** Nodes and weights [2, n] over [0, 1]. */
export function gaussLegendre(n: i32): StaticArray<f64> {
  const rule = new GaussLegendre(n);
  const both = new StaticArray<f64>(2 * n);
  for (let k = 0; k < n; ++k) {
    both[k] = rule.nodes[k];
    both[n + k] = rule.weights[k];
  }
  return both;
}

/** xⁿ e^(−x), and how often it was asked for. */
class Hill extends Curve {
  calls: i32 = 0;

  constructor(readonly n: f64) {
    super();
  }

  at(x: f64): f64 {
    ++this.calls;
    return Math.pow(x, this.n) * Math.exp(-x);
  }
}

export function hill(n: f64): Curve {
  return new Hill(n);
}

export function calls(curve: Curve): i32 {
  return changetype<Hill>(curve).calls;
}

export { root, summit };
