/**
 * A mesh for functions of two times that vary on every scale: of the times t′ ≤ t it has nodes dense at both ends, with
 * the spacing a near t′ = t and t′ = 0 and one that is proportional to the distance from them in between.
 *
 *   x(t, t′) = ln[(t′ + a)/(t − t′ + a)],   |x| ≤ L(t) = ln(1 + t/a)                            (1)
 *   t′ₖ = [eˣ(t + a) − a]/(1 + eˣ)  at  x = L vₖ,   vₖ = 2k/M − 1,   k = 0 … M                   (2)
 *   ∂t′/∂x = (t′ + a)(t − t′ + a)/(t + 2a)                                                      (3)
 *   ∂t′ₖ/∂t = (∂t′/∂x) [vₖ/(t + a) + 1/(t − t′ + a)]                                            (4)
 *
 * Every mesh has the same number of nodes, so that its spacing in x grows with the logarithm of t.
 */
export class AgeingMesh {
  readonly nodes: StaticArray<f64>; // [M + 1] t′ₖ
  readonly elapsed: StaticArray<f64>; // [M + 1] t − t′ₖ
  readonly density: StaticArray<f64>; // [M + 1] (3)
  readonly drift: StaticArray<f64>; // [M + 1] (4)
  t: f64 = 0;
  span: f64 = 0; // L
  spacing: f64 = 0; // of x

  constructor(
    readonly points: i32, // M + 1
    readonly a: f64,
  ) {
    this.nodes = new StaticArray<f64>(points);
    this.elapsed = new StaticArray<f64>(points);
    this.density = new StaticArray<f64>(points);
    this.drift = new StaticArray<f64>(points);
  }

  /** Makes this the mesh of t. */
  place(t: f64): void {
    const a = this.a;
    const last = this.points - 1;
    this.t = t;
    this.span = Math.log1p(t / a);
    this.spacing = (2 * this.span) / last;
    for (let k = 1; k < last; ++k) {
      const e = Math.exp(this.spacing * k - this.span);
      this.nodes[k] = this.elapsed[last - k] = (e * (t + a) - a) / (1 + e);
    }
    this.nodes[0] = this.elapsed[last] = 0;
    this.nodes[last] = this.elapsed[0] = t;
    for (let k = 0; k <= last; ++k) {
      const before = this.elapsed[k] + a;
      this.density[k] = ((this.nodes[k] + a) * before) / (t + 2 * a);
      this.drift[k] = this.density[k] * (((2 * <f64>k) / last - 1) / (t + a) + 1 / before);
    }
  }

  /** Where t′ lies among the nodes of the mesh of t: ln(t′ + a) and ln(t − t′ + a) in, k out. */
  indexOf(logNode: f64, logElapsed: f64): f64 {
    return indexOf(logNode, logElapsed, this.span, this.points);
  }
}

/** The same for a mesh of span L that is not made. The mesh of t = 0 has one point, where everything is constant. */
export function indexOf(logNode: f64, logElapsed: f64, span: f64, points: i32): f64 {
  const last = <f64>(points - 1);
  if (span <= 0) return last;
  return Math.min(last, Math.max(0, 0.5 * last * ((logNode - logElapsed) / span + 1)));
}
