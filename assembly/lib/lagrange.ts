/**
 * Lagrange interpolation: six neighbours on a uniform mesh, or a few nodes anywhere.
 *
 *   g(z) = Σᵢ wᵢ(z) gᵢ,   wᵢ(z) = ∏_{q ≠ i} (z − z_q)/(zᵢ − z_q)                                (1)
 *
 * Errors: of n nodes, (1) is exact for polynomials of degree n − 1, so the error is of order n in their spacing.
 */

/** Nodes of a uniform stencil. */
export const NEIGHBOURS: i32 = 6;

/** The first of the six nodes round the position z among the nodes 0 … count − 1. */
export function firstNeighbour(z: f64, count: i32): i32 {
  return min(max(<i32>Math.floor(z) - 2, 0), count - NEIGHBOURS);
}

/** w [at … at + 5] = (1) at z for the nodes 0 … 5. */
export function uniformWeights(z: f64, w: StaticArray<f64>, at: i32): void {
  const z1 = z - 1;
  const z4 = z - 4;
  const low = z * z1;
  const middle = (z - 2) * (z - 3);
  const high = z4 * (z - 5);
  w[at] = (-z1 * middle * high) * (1.0 / 120);
  w[at + 1] = (z * middle * high) * (1.0 / 24);
  w[at + 2] = (-low * (z - 3) * high) * (1.0 / 12);
  w[at + 3] = (low * (z - 2) * high) * (1.0 / 12);
  w[at + 4] = (-low * middle * (z - 5)) * (1.0 / 24);
  w[at + 5] = (low * middle * z4) * (1.0 / 120);
}

/** w [count] = (1) at z for the nodes first … first + count − 1 of `nodes`. */
export function weights(z: f64, nodes: StaticArray<f64>, first: i32, count: i32, w: StaticArray<f64>): void {
  for (let i = 0; i < count; ++i) {
    const node = nodes[first + i];
    let above: f64 = 1;
    let below: f64 = 1;
    for (let q = 0; q < count; ++q) {
      if (q == i) continue;
      above *= z - nodes[first + q];
      below *= node - nodes[first + q];
    }
    w[i] = above / below;
  }
}

/** w [count] = the derivatives of (1) at the node first + at. */
export function slopes(nodes: StaticArray<f64>, first: i32, count: i32, at: i32, w: StaticArray<f64>): void {
  const z = nodes[first + at];
  w[at] = 0;
  for (let i = 0; i < count; ++i) {
    if (i == at) continue;
    const node = nodes[first + i];
    let product = 1 / (node - z);
    for (let q = 0; q < count; ++q) {
      if (q != i && q != at) product *= (z - nodes[first + q]) / (node - nodes[first + q]);
    }
    w[i] = product;
    w[at] -= 1 / (node - z);
  }
}

/** [count, count] derivatives of (1) at each of the nodes 0 … count − 1, one row for each place. */
export function slopeTable(count: i32): StaticArray<f64> {
  const nodes = new StaticArray<f64>(count);
  const row = new StaticArray<f64>(count);
  const table = new StaticArray<f64>(count * count);
  for (let i = 0; i < count; ++i) nodes[i] = i;
  for (let at = 0; at < count; ++at) {
    slopes(nodes, 0, count, at, row);
    for (let i = 0; i < count; ++i) table[at * count + i] = row[i];
  }
  return table;
}
