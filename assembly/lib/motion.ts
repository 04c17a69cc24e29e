/**
 * Coordinates and velocities of many particles, two numbers at a time. Where no number of
 * numbers is given the first argument has it; the others may be longer. Errors: rounding of f64; a sum is kept in two parts.
 */
import { sumOfLanes } from './double-lanes';

/** v ← v + s F */
export function kick(v: StaticArray<f64>, s: f64, F: StaticArray<f64>): void {
  const V = changetype<usize>(v), G = changetype<usize>(F), end = <usize>v.length << 3, pairs = end & ~15;
  const s2 = f64x2.splat(s);
  let at: usize = 0;
  for (; at < pairs; at += 16) v128.store(V + at, f64x2.add(v128.load(V + at), f64x2.mul(s2, v128.load(G + at))));
  if (at < end) store<f64>(V + at, load<f64>(V + at) + s * load<f64>(G + at));
}

/** r ← r + s v and travel ← travel + s v */
export function drift(v: StaticArray<f64>, s: f64, r: StaticArray<f64>, travel: StaticArray<f64>): void {
  const V = changetype<usize>(v), R = changetype<usize>(r), U = changetype<usize>(travel);
  const end = <usize>v.length << 3, pairs = end & ~15;
  const s2 = f64x2.splat(s);
  let at: usize = 0;
  for (; at < pairs; at += 16) {
    const step = f64x2.mul(s2, v128.load(V + at));
    v128.store(R + at, f64x2.add(v128.load(R + at), step));
    v128.store(U + at, f64x2.add(v128.load(U + at), step));
  }
  if (at < end) {
    const step = s * load<f64>(V + at);
    store<f64>(R + at, load<f64>(R + at) + step);
    store<f64>(U + at, load<f64>(U + at) + step);
  }
}

/** v [points, d] ← v − c for each point */
export function translate(v: StaticArray<f64>, c: StaticArray<f64>): void {
  for (let i = 0, d = c.length; i < v.length; i += d) {
    for (let k = 0; k < d; ++k) v[i + k] -= c[k];
  }
}

/** Σ v² */
export function square(v: StaticArray<f64>): f64 {
  const V = changetype<usize>(v), end = <usize>v.length << 3, pairs = end & ~15;
  let sum = f64x2.splat(0);
  let at: usize = 0;
  for (; at < pairs; at += 16) {
    const pair = v128.load(V + at);
    sum = f64x2.add(sum, f64x2.mul(pair, pair));
  }
  const last = at < end ? load<f64>(V + at) : 0;
  return sumOfLanes(sum) + last * last;
}

/** Σ (a + b)² over the first n numbers. */
export function squareOfSum(a: StaticArray<f64>, b: StaticArray<f64>, n: i32): f64 {
  const A = changetype<usize>(a), B = changetype<usize>(b), end = <usize>n << 3, pairs = end & ~15;
  let sum = f64x2.splat(0);
  let at: usize = 0;
  for (; at < pairs; at += 16) {
    const pair = f64x2.add(v128.load(A + at), v128.load(B + at));
    sum = f64x2.add(sum, f64x2.mul(pair, pair));
  }
  const last = at < end ? load<f64>(A + at) + load<f64>(B + at) : 0;
  return sumOfLanes(sum) + last * last;
}

/** The first n numbers of a ← 0. */
export function clear(a: StaticArray<f64>, n: i32): void {
  memory.fill(changetype<usize>(a), 0, <usize>n << 3);
}
