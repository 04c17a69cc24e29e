/**
 * Covariance of the spiked matrix-tensor model of order p, for theories that need no instance.
 *
 *   f(q) = q²/(2Δ₂) + qᵖ/(pΔₚ),   Cov[H(x), H(y)] = N f(q),   q = x · y/N                        (1)
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */

/** qⁿ for n ≥ 0, by multiplication: the same bits everywhere, any sign of q. */
export function power(q: f64, n: i32): f64 {
  let product: f64 = 1;
  for (let k = 0; k < n; ++k) product *= q;
  return product;
}

/** f(q) of (1). */
export function f(q: f64, p: i32, delta2: f64, deltap: f64): f64 {
  return (q * q) / (2 * delta2) + power(q, p) / (p * deltap);
}

/** f′(q) = q/Δ₂ + qᵖ⁻¹/Δₚ. */
export function fPrime(q: f64, p: i32, delta2: f64, deltap: f64): f64 {
  return q / delta2 + power(q, p - 1) / deltap;
}

/** f″(q) = 1/Δ₂ + (p − 1) qᵖ⁻²/Δₚ. */
export function fSecond(q: f64, p: i32, delta2: f64, deltap: f64): f64 {
  return 1 / delta2 + ((p - 1) * power(q, p - 2)) / deltap;
}
