/**
 * Plane waves of a periodic box whose wave numbers lie in a shell, and their mean cosine for a displacement.
 *
 *   q = 2π n/L,   n ∈ Z^d,   | |n| − q₀ L/2π | ≤ ¼                                              (1)
 *   mean over (1) of cos q·u = mean over n ≥ 0 of (1) of 2^(non-zero n_k) Π_k cos(2π n_k u_k/L) (2)
 *
 * (2) since (1) has with n all its changes of sign, over which sines cancel. The shell is half as thick as waves along an
 * axis are apart; where q₀ L/2π is above 5 (d = 2) or 2 (d = 3) it is never empty. Cosines of multiples follow from the
 * first by Chebyshev's recurrence, whose rounding grows to at most n² 2⁻⁵².
 */
const TAU: f64 = 2 * Math.PI;

export class WaveShell {
  private readonly row: i32; // number of cosines of a coordinate
  private readonly n: StaticArray<i32>; // [waves, d] n_k ≥ 0, as places among the cosines
  private readonly weight: StaticArray<f64>; // [waves] of sum 1
  private readonly cosines: StaticArray<f64>; // [d, row]

  constructor(readonly d: i32, readonly L: f64, q: f64) {
    const radius = (q * L) / TAU, row = <i32>Math.floor(radius + 0.25) + 1;
    const waves = list(d, radius, row, null, null);
    const n = new StaticArray<i32>(waves * d), weight = new StaticArray<f64>(waves);
    list(d, radius, row, n, weight);
    let sum: f64 = 0;
    for (let w = 0; w < waves; ++w) sum += weight[w];
    for (let w = 0; w < waves; ++w) weight[w] /= sum;
    this.row = row;
    this.n = n;
    this.weight = weight;
    this.cosines = new StaticArray<f64>(d * row);
  }

  /** (2) for u = (a + b − c)[i], the difference of places of point i. */
  mean(a: StaticArray<f64>, b: StaticArray<f64>, c: StaticArray<f64>, i: i32): f64 {
    const d = this.d, row = this.row, cosines = this.cosines, n = this.n;
    for (let k = 0; k < d; ++k) {
      const at = i * d + k, base = k * row;
      const first = Math.cos((TAU / this.L) * (a[at] + b[at] - c[at]));
      cosines[base] = 1;
      cosines[base + 1] = first;
      for (let m = 2; m < row; ++m) cosines[base + m] = 2 * first * cosines[base + m - 1] - cosines[base + m - 2];
    }
    let sum: f64 = 0;
    if (d == 2) {
      for (let w = 0, at = 0; w < this.weight.length; ++w, at += 2) {
        sum += this.weight[w] * cosines[n[at]] * cosines[n[at + 1]];
      }
    } else {
      for (let w = 0, at = 0; w < this.weight.length; ++w, at += 3) {
        sum += this.weight[w] * cosines[n[at]] * cosines[n[at + 1]] * cosines[n[at + 2]];
      }
    }
    return sum;
  }
}

/** Counts the waves with n ≥ 0 of (1), and writes them where there are arrays for them. */
function list(d: i32, radius: f64, row: i32, n: StaticArray<i32> | null, weight: StaticArray<f64> | null): i32 {
  let count = 0;
  for (let x = 0; x < row; ++x) {
    for (let y = 0; y < row; ++y) {
      for (let z = 0, depth = d == 3 ? row : 1; z < depth; ++z) {
        if (Math.abs(Math.sqrt(<f64>(x * x + y * y + z * z)) - radius) > 0.25) continue;
        if (n !== null && weight !== null) {
          n[count * d] = x;
          n[count * d + 1] = row + y;
          if (d == 3) n[count * d + 2] = 2 * row + z;
          weight[count] = <f64>((x > 0 ? 2 : 1) * (y > 0 ? 2 : 1) * (z > 0 ? 2 : 1));
        }
        ++count;
      }
    }
  }
  return count;
}
