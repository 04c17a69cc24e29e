/**
 * Sums over a list of pairs of inverse powers of their distance, and the gradients of these.
 *
 *   s = σ²/r²,   f = w (2 s⁶ − s³)/r² where r² < c², else 0                                     (1)
 *   F_i += f (r_i − r_j),   F_j −= f (r_i − r_j)                                                (2)
 *   Σ s³,  Σ s⁶ and the number of pairs, of those with r² < c²                                  (3)
 *
 * Two pairs at a time, one division each, no branch. Errors: rounding of f64.
 */
import { acrossLanes, sumOfLanes } from './double-lanes';
import { PairList } from './pair-list';

export class PairSums {
  cubes: f64 = 0; // Σ s³
  sixths: f64 = 0; // Σ s⁶
  count: f64 = 0;
}

/** (1) to (3) for the points r [points, d]; F [points, d] is added to, `sums` are written. */
export function sumPairs(
  list: PairList, r: StaticArray<f64>, F: StaticArray<f64>, sigma2: f64, weight: f64, cut2: f64, sums: PairSums,
): void {
  if (list.from.points.d == 2) sumPairs2(list, r, F, sigma2, weight, cut2, sums);
  else sumPairs3(list, r, F, sigma2, weight, cut2, sums);
}

function sumPairs2(
  list: PairList, r: StaticArray<f64>, F: StaticArray<f64>, sigma2: f64, weight: f64, cut2: f64, sums: PairSums,
): void {
  const R = changetype<usize>(r), G = changetype<usize>(F);
  const one = f64x2.splat(1), w = f64x2.splat(weight), c2 = f64x2.splat(cut2), sig2 = f64x2.splat(sigma2);
  let cubes = f64x2.splat(0), sixths = f64x2.splat(0), count = i64x2.splat(0);
  let at = changetype<usize>(list.entries);
  const end = at + (<usize>list.length << 2);
  while (at < end) {
    const i = <usize>load<u32>(at), stop = at + 8 + (<usize>load<u32>(at, 4) << 2);
    const ri = v128.load(R + i);
    let Fi = f64x2.splat(0);
    for (at += 8; at < stop; at += 8) {
      const j = <usize>load<u32>(at), k = <usize>load<u32>(at, 4);
      const a = f64x2.sub(ri, v128.load(R + j)), b = f64x2.sub(ri, v128.load(R + k));
      const aa = f64x2.mul(a, a), bb = f64x2.mul(b, b);
      const r2 = acrossLanes(aa, bb);
      const inverse = f64x2.div(one, r2), s = f64x2.mul(sig2, inverse), near = f64x2.lt(r2, c2);
      const cube = v128.and(near, f64x2.mul(f64x2.mul(s, s), s)), sixth = f64x2.mul(cube, cube);
      cubes = f64x2.add(cubes, cube);
      sixths = f64x2.add(sixths, sixth);
      count = i64x2.sub(count, near);
      const f = f64x2.mul(f64x2.mul(w, inverse), f64x2.sub(f64x2.add(sixth, sixth), cube));
      const fa = f64x2.mul(a, v128.shuffle<f64>(f, f, 0, 0)), fb = f64x2.mul(b, v128.shuffle<f64>(f, f, 1, 1));
      Fi = f64x2.add(Fi, f64x2.add(fa, fb));
      v128.store(G + j, f64x2.sub(v128.load(G + j), fa));
      v128.store(G + k, f64x2.sub(v128.load(G + k), fb));
    }
    v128.store(G + i, f64x2.add(v128.load(G + i), Fi));
  }
  finish(sums, cubes, sixths, count);
}

function sumPairs3(
  list: PairList, r: StaticArray<f64>, F: StaticArray<f64>, sigma2: f64, weight: f64, cut2: f64, sums: PairSums,
): void {
  const R = changetype<usize>(r), G = changetype<usize>(F);
  const one = f64x2.splat(1), w = f64x2.splat(weight), c2 = f64x2.splat(cut2), sig2 = f64x2.splat(sigma2);
  let cubes = f64x2.splat(0), sixths = f64x2.splat(0), count = i64x2.splat(0);
  let at = changetype<usize>(list.entries);
  const end = at + (<usize>list.length << 2);
  while (at < end) {
    const i = <usize>load<u32>(at), stop = at + 8 + (<usize>load<u32>(at, 4) << 2);
    const ri = v128.load(R + i), zi = v128.load64_splat(R + i, 16);
    let Fi = f64x2.splat(0), Gi = f64x2.splat(0);
    for (at += 8; at < stop; at += 8) {
      const j = <usize>load<u32>(at), k = <usize>load<u32>(at, 4);
      const a = f64x2.sub(ri, v128.load(R + j)), b = f64x2.sub(ri, v128.load(R + k));
      const z = f64x2.sub(zi, v128.load_lane<f64>(R + k, v128.load64_zero(R + j, 16), 1, 16));
      const aa = f64x2.mul(a, a), bb = f64x2.mul(b, b);
      const xy2 = acrossLanes(aa, bb);
      const r2 = f64x2.add(xy2, f64x2.mul(z, z));
      const inverse = f64x2.div(one, r2), s = f64x2.mul(sig2, inverse), near = f64x2.lt(r2, c2);
      const cube = v128.and(near, f64x2.mul(f64x2.mul(s, s), s)), sixth = f64x2.mul(cube, cube);
      cubes = f64x2.add(cubes, cube);
      sixths = f64x2.add(sixths, sixth);
      count = i64x2.sub(count, near);
      const f = f64x2.mul(f64x2.mul(w, inverse), f64x2.sub(f64x2.add(sixth, sixth), cube));
      const fa = f64x2.mul(a, v128.shuffle<f64>(f, f, 0, 0)), fb = f64x2.mul(b, v128.shuffle<f64>(f, f, 1, 1));
      const fz = f64x2.mul(z, f);
      Fi = f64x2.add(Fi, f64x2.add(fa, fb));
      Gi = f64x2.add(Gi, fz);
      v128.store(G + j, f64x2.sub(v128.load(G + j), fa));
      store<f64>(G + j, load<f64>(G + j, 16) - f64x2.extract_lane(fz, 0), 16);
      v128.store(G + k, f64x2.sub(v128.load(G + k), fb));
      store<f64>(G + k, load<f64>(G + k, 16) - f64x2.extract_lane(fz, 1), 16);
    }
    v128.store(G + i, f64x2.add(v128.load(G + i), Fi));
    store<f64>(G + i, load<f64>(G + i, 16) + sumOfLanes(Gi), 16);
  }
  finish(sums, cubes, sixths, count);
}

function finish(sums: PairSums, cubes: v128, sixths: v128, count: v128): void {
  sums.cubes = sumOfLanes(cubes);
  sums.sixths = sumOfLanes(sixths);
  sums.count = <f64>(i64x2.extract_lane(count, 0) + i64x2.extract_lane(count, 1));
}
