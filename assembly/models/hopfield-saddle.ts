/**
 * Replica-symmetric states of the Hopfield model at T = 0 whose patterns are made of features.
 *
 *   J = (1/N) Σ_ν ξ^ν ξ^νᵀ, ν ≤ αN,   ξ^ν = sign v^ν,   v^ν = Σ_k c^ν_k f^k/√D, k ≤ D = α_D N,   f = ±1, c normal   (1)
 *   field of a spin along the pattern ξ or the feature f, with z standard normal:
 *     ξh = m + n|v| + s z/√2,   m = s · ξ/N,   t = s · v/N;       fh = n + s z/√2,   t = s · f/N     (2)
 *   m = E erf(y + w|v|), t = E|v| erf(y + w|v|), y = m/s, w = n/s;       t = erf y, y = n/s         (3)
 *   with ρ = α/α_D, k = 2/π, and p = N Σ_k (s · f^k/N)²/D:
 *   n = ρ δp̂ t,   δq = K/s,   K = (2/√π) E exp(−(y + w|v|)²) or (2/√π) exp(−y²)                  (4)
 *   A = 1 − ρ δp̂ δq,   δp = δq/A,   B = 1 − k δp − (1 − k) δq,   δp̂ = k/B                        (5)
 *   p = (1 + ρ δq² p̂)/A² + t²/α_D,   p̂ = k (k p + 1 − k)/B²                                      (6)
 *   s²/(2α) = (1 − k)(k p + 1 − k)/B² + (p̂ + ρ δp̂²)/A²                                           (7)
 *
 * A state is explicit in two parameters, y and w or ρ: (3) to (5) give A = 1 − gK, g = ρ δp̂/s = w/t or y/t, then B and
 * the other of s and ρ; (6) and (7) are linear in α_D and p α_D. The averages over v are
 *
 *   K = (2/√π) e^(−x²/2) erfc(xw)/√(1 + 2w²),   x = √2 y/√(1 + 2w²)                               (8)
 *   E erf = erf(x/√2) + 4 T(x, √2 w) by Owen's function,   E|v| erf = √(2/π) erf y + wK           (9)
 *
 * A pattern carries its v along: v is a direction in the space of features, and what all patterns teach of the features
 * acts on it with n, and makes noise by t²/α_D. The published saddle point of a pattern leaves t out, and with it n,
 * and stores more at small α_D than networks do: α_s falls nearly as √α_D there, while it falls as α_D with t. It is
 * explicit in y and g, up to where p diverges and α and α_D vanish:
 *
 *   m = erf y,   0 < g < (1 − √[k δq/(1 − (1 − k) δq)])/K                                         (10)
 *
 * α_D → ∞ is the classic model:
 *
 *   α = (m/y)² A²/2,   A = 1 − yK/m,   m = erf y,   E = [α (1 − 1/A²) − m²]/2                     (11)
 *   spin glass: m = 0,   E = −1/π − √(2α/π)                                                      (12)
 *
 * Sources: Negri, Lauditi, Perugini, Lucibello, Malatesta, Phys. Rev. Lett. 131 (2023) 257301, for (1) to (7) of a
 * feature, and of a pattern without t; Amit, Gutfreund, Sompolinsky, Phys. Rev. Lett. 55 (1985) 1530, for (11), (12).
 */
import { erf, erfc, owen } from '../lib/error-function';

const k: f64 = 2 / Math.PI;
const SLOPE: f64 = 2 / Math.sqrt(Math.PI);

export class Saddle {
  alpha: f64 = 0;
  alphaD: f64 = 0;
  overlap: f64 = 0; // with the pattern or the feature
  energy: f64 = 0; // per spin, of the classic model alone
}

/** Equation (11) at y > 0. */
export function classicSaddle(y: f64, out: Saddle): void {
  const m = erf(y);
  const A = 1 - (y * SLOPE * Math.exp(-y * y)) / m;
  const noise = (m / y) * A;
  out.alpha = 0.5 * noise * noise;
  out.alphaD = Infinity;
  out.overlap = m;
  out.energy = 0.5 * (out.alpha - 0.5 * (m / y) * (m / y) - m * m);
}

/** Equation (12). */
export function glassEnergy(alpha: f64): f64 {
  return -1 / Math.PI - Math.sqrt((2 * alpha) / Math.PI);
}

/** A stored pattern at y > 0, w > 0. */
export function patternSaddle(y: f64, w: f64, out: Saddle): void {
  const narrow = 1 / Math.sqrt(1 + 2 * w * w);
  const x = Math.SQRT2 * y * narrow;
  const K = SLOPE * Math.exp(-0.5 * x * x) * erfc(x * w) * narrow;
  const m = erf(x * Math.SQRT1_2) + 4 * owen(x, Math.SQRT2 * w);
  const t = Math.sqrt(k) * erf(y) + w * K;
  out.overlap = m;
  respond(w / t, t, m / y, K, out);
}

/** A stored pattern without t, at y > 0 and g > 0. */
export function publishedSaddle(y: f64, g: f64, out: Saddle): void {
  const m = erf(y);
  out.overlap = m;
  respond(g, 0, m / y, SLOPE * Math.exp(-y * y), out);
}

/** The largest g of (10). */
export function publishedEnd(y: f64): f64 {
  const K = SLOPE * Math.exp(-y * y);
  const dq = (y * K) / erf(y);
  return (1 - Math.sqrt((k * dq) / (1 - (1 - k) * dq))) / K;
}

/** A learned feature at y > 0 and ρ > 0. */
export function featureSaddle(y: f64, rho: f64, out: Saddle): void {
  const K = SLOPE * Math.exp(-y * y);
  const m = erf(y);
  const A = 1 - (y * K) / m;
  const c = (k / A + 1 - k) * K; // B = 1 − c/s
  const s = (rho * k * m) / y + c;
  out.overlap = m;
  complete(rho, m, s, K / s, A, 1 - c / s, out);
}

/** (5) from g on. */
function respond(g: f64, t: f64, s: f64, K: f64, out: Saddle): void {
  const A = 1 - g * K;
  const B = 1 - ((k / A + 1 - k) * K) / s;
  complete((g * s * B) / k, t, s, K / s, A, B, out);
}

/** α and α_D by (6) and (7). */
function complete(rho: f64, t: f64, s: f64, dq: f64, A: f64, B: f64, out: Saddle): void {
  const AA = A * A, BB = B * B;
  const rest = 1 - (rho * k * k * dq * dq) / (AA * BB); // (6): rest (k p + 1 − k) α_D = (k/A² + 1 − k) α_D + k t²
  const noise = (1 - k + k / AA) / BB; // (7): s²/(2ρ) = noise (k p + 1 − k) α_D + ρ δp̂²/A² α_D
  const perFeature = noise * (k / AA + 1 - k) + (rest * rho * k * k) / (BB * AA);
  out.alpha = (0.5 * rest * s * s - rho * noise * k * t * t) / perFeature;
  out.alphaD = out.alpha / rho;
}
