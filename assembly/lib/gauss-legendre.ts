/**
 * Gauss-Legendre integration over [0, 1]: exact for polynomials of degree 2n − 1.
 *
 *   ∫₀¹ g dx = Σₖ wₖ g(xₖ),   Pₙ(2xₖ − 1) = 0,   wₖ = 1/[(1 − z²) Pₙ′(z)²] at z = 2xₖ − 1         (1)
 *   n Pₙ = (2n − 1) z Pₙ₋₁ − (n − 1) Pₙ₋₂,   (1 − z²) Pₙ′ = n (Pₙ₋₁ − z Pₙ)                      (2)
 *
 * Zeros by Newton's method from cos(π (k + ¾)/(n + ½)). Errors: a few roundings.
 */

export class GaussLegendre {
  readonly nodes: StaticArray<f64>; // [n] xₖ, rising
  readonly weights: StaticArray<f64>; // [n]

  constructor(n: i32) {
    this.nodes = new StaticArray<f64>(n);
    this.weights = new StaticArray<f64>(n);
    for (let k = 0; k < n; ++k) {
      let z = -Math.cos((Math.PI * (<f64>k + 0.75)) / (<f64>n + 0.5));
      let slope: f64 = 0;
      for (let round = 0; round < 6; ++round) {
        let now: f64 = 1, before: f64 = 0;
        for (let j = 1; j <= n; ++j) {
          const next = (<f64>(2 * j - 1) * z * now - <f64>(j - 1) * before) / <f64>j;
          before = now;
          now = next;
        }
        slope = (<f64>n * (before - z * now)) / (1 - z * z);
        z -= now / slope;
      }
      this.nodes[k] = 0.5 * (1 + z);
      this.weights[k] = 1 / ((1 - z * z) * slope * slope);
    }
  }
}
