/**
 * Exact standard normal numbers by the ziggurat of 256 layers of equal area v under f(x) = exp(−x²/2), x ≥ 0.
 *
 *   layer 0:  r f(r) + ∫_r^∞ f = v,  of pseudo-width x_0 = v / f(r)                       (1)
 *   layer i:  x_i [f(x_{i+1}) − f(x_i)] = v,  x_1 = r,  x_256 = 0                         (2)
 *   x = ± U x_i is taken at once when |x| < x_{i+1}                                       (3)
 *   else, i > 0: taken when f(x_i) + U' [f(x_{i+1}) − f(x_i)] < f(x)                      (4)
 *   else, i = 0: the tail, r + a with a = −ln U / r, taken when −2 ln U' > a²             (5)
 *
 * One 64-bit number gives the layer (8 bits), the sign (1) and U (53): disjoint bits, so that U is independent of the
 * layer. The distribution is exact; edges and heights carry the rounding of f64 (relative error below 10⁻¹²).
 *
 * Sources: Marsaglia, Tsang, Journal of Statistical Software 5 (2000) 8, for (1)-(4); Marsaglia, Technometrics 6 (1964)
 * 101, for (5); Doornik, "An improved ziggurat method", Oxford 2005, for the disjoint bits.
 */
import { next, Random, uniform, UNIT } from './random';

const r: f64 = 3.654152885361009;
const v: f64 = 0.004928673233974655;

const edge = new StaticArray<f64>(257); // [257] x_i
const scale = new StaticArray<f64>(256); // [256] x_i 2⁻⁵³
const height = new StaticArray<f64>(257); // [257] f(x_i)

tabulate();

/** Solves (1) and (2) from the outside in. */
function tabulate(): void {
  const base = Math.exp(-0.5 * r * r);
  edge[0] = v / base;
  edge[1] = r;
  height[1] = base;
  for (let i = 2; i < 256; ++i) {
    height[i] = height[i - 1] + v / edge[i - 1];
    edge[i] = Math.sqrt(-2 * Math.log(height[i]));
  }
  edge[256] = 0;
  height[256] = 1;
  for (let i = 0; i < 256; ++i) scale[i] = edge[i] * UNIT;
}

/** One standard normal number. */
export function normal(random: Random): f64 {
  while (true) {
    const bits = next(random);
    const layer = <i32>(bits & 255);
    const sign = (bits & 256) << 55;
    const x = <f64>(<i64>(bits >> 11)) * scale[layer];
    if (x < edge[layer + 1]) return signed(x, sign);
    if (layer == 0) return signed(r + tail(random), sign);
    const y = height[layer] + uniform(random) * (height[layer + 1] - height[layer]);
    if (y < Math.exp(-0.5 * x * x)) return signed(x, sign);
  }
}

/** Fills `out` [any length] with independent standard normal numbers. */
export function fillNormal(random: Random, out: StaticArray<f64>): void {
  for (let i = 0, n = out.length; i < n; ++i) out[i] = normal(random);
}

/** The excess of a normal number over r, given that it is above r: (5). */
export function tail(random: Random): f64 {
  while (true) {
    const a = -Math.log(1 - uniform(random)) / r;
    if (-2 * Math.log(1 - uniform(random)) > a * a) return a;
  }
}

// @ts-ignore: decorator
@inline
function signed(x: f64, sign: u64): f64 {
  return reinterpret<f64>(reinterpret<u64>(x) | sign);
}
