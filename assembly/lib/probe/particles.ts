/** What the tests call of particles: neighbours, waves, and motion. */
import { Neighbours } from '../neighbours';
import { WaveShell } from '../wave-shell';

export { clear, drift, kick, square, squareOfSum, translate } from '../motion';

/** Neighbours of the points r [N, d] in a box of side L, `first` of them of species 0. */
export function neighbours(d: i32, r: StaticArray<f64>, first: i32, L: f64, range: StaticArray<f64>): Neighbours {
  const neighbours = new Neighbours(d, r.length / d, first, L, range, 0.2, 40000);
  copyPoints(r, neighbours);
  neighbours.build();
  return neighbours;
}

function copyPoints(r: StaticArray<f64>, neighbours: Neighbours): void {
  for (let k = 0; k < r.length; ++k) neighbours.points.r[k] = r[k];
}

/** Pairs of a list as (i, j, distance²), the pairs with the point far away left out; returns how many there are. */
export function listedPairs(neighbours: Neighbours, list: i32, out: StaticArray<f64>): i32 {
  const pairs = neighbours.lists[list], points = neighbours.points, d = points.d, bytes = <u32>d << 3;
  let count = 0;
  for (let at = 0; at < pairs.length; ) {
    const i = <i32>(pairs.entries[at] / bytes), n = <i32>pairs.entries[at + 1];
    for (let m = at + 2; m < at + 2 + n; ++m) {
      const j = <i32>(pairs.entries[m] / bytes);
      if (j == points.N) continue;
      let square: f64 = 0;
      for (let k = 0; k < d; ++k) square += (points.r[i * d + k] - points.r[j * d + k]) ** 2;
      out[3 * count] = i;
      out[3 * count + 1] = j < points.N ? j : points.owner[j - points.N - 1];
      out[3 * count + 2] = square;
      ++count;
    }
    at += 2 + n;
  }
  return count;
}

export function waveShell(d: i32, L: f64, q: f64): WaveShell {
  return new WaveShell(d, L, q);
}

/** The mean cosine of the displacement u [d]. */
export function meanCosine(shell: WaveShell, u: StaticArray<f64>): f64 {
  const zero = new StaticArray<f64>(u.length);
  return shell.mean(u, zero, zero, 0);
}
