/**
 * Integrals over a uniform mesh of unit spacing.
 *
 *   ∫₀ᴹ g dz = Σₖ wₖ gₖ,   wₖ = 1 but for the six nodes at either end                           (1)
 *   ∫ₖᵏ⁺¹ g dz = (−gₖ₋₁ + 13 gₖ + 13 gₖ₊₁ − gₖ₊₂)/24                                            (2)
 *
 * (1) is Gregory's rule with the differences up to the fifth, exact for polynomials of degree five; (2) integrates the
 * cubic through four nodes, at the ends (9, 19, −5, 1)/24 of the four there.
 */

/** Weights (1) of `count` ≥ 12 nodes. */
export function gregory(count: i32): StaticArray<f64> {
  const ends: StaticArray<f64> = [
    19087.0 / 60480.0, 84199.0 / 60480.0, 18869.0 / 30240.0, 37621.0 / 30240.0, 55031.0 / 60480.0, 61343.0 / 60480.0,
  ];
  const w = new StaticArray<f64>(count);
  for (let k = 0; k < count; ++k) {
    const distance = min(k, count - 1 - k);
    w[k] = distance < ends.length ? ends[distance] : 1;
  }
  return w;
}

/** out [n] = ∫ₖⁿ⁻¹ g dz from the node k to the last, by (2); n ≥ 4. */
export function integralToEnd(g: StaticArray<f64>, out: StaticArray<f64>): void {
  const last = g.length - 1;
  out[last] = 0;
  for (let k = last - 1; k >= 0; --k) {
    let cell: f64;
    if (k == last - 1) cell = 9 * g[last] + 19 * g[last - 1] - 5 * g[last - 2] + g[last - 3];
    else if (k == 0) cell = 9 * g[0] + 19 * g[1] - 5 * g[2] + g[3];
    else cell = 13 * (g[k] + g[k + 1]) - g[k - 1] - g[k + 2];
    out[k] = out[k + 1] + cell / 24;
  }
}
