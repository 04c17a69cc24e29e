/** Blocks of 8 × 8 integers of 16 bits, turned over in registers: pairs of rows are interleaved three times. */

/** Adds the transpose of the block at `from` to the one at `to`; rows are `fromStep` and `toStep` bytes apart. */
export function addTransposed(from: usize, fromStep: usize, to: usize, toStep: usize): void {
  const a0 = v128.load(from), a1 = v128.load(from + fromStep);
  const a2 = v128.load(from + 2 * fromStep), a3 = v128.load(from + 3 * fromStep);
  const a4 = v128.load(from + 4 * fromStep), a5 = v128.load(from + 5 * fromStep);
  const a6 = v128.load(from + 6 * fromStep), a7 = v128.load(from + 7 * fromStep);
  const b0 = lower(a0, a4), b1 = upper(a0, a4), b2 = lower(a1, a5), b3 = upper(a1, a5);
  const b4 = lower(a2, a6), b5 = upper(a2, a6), b6 = lower(a3, a7), b7 = upper(a3, a7);
  const c0 = lower(b0, b4), c1 = upper(b0, b4), c2 = lower(b1, b5), c3 = upper(b1, b5);
  const c4 = lower(b2, b6), c5 = upper(b2, b6), c6 = lower(b3, b7), c7 = upper(b3, b7);
  add(to, lower(c0, c4));
  add(to + toStep, upper(c0, c4));
  add(to + 2 * toStep, lower(c1, c5));
  add(to + 3 * toStep, upper(c1, c5));
  add(to + 4 * toStep, lower(c2, c6));
  add(to + 5 * toStep, upper(c2, c6));
  add(to + 6 * toStep, lower(c3, c7));
  add(to + 7 * toStep, upper(c3, c7));
}

// @ts-ignore: decorator
@inline
function lower(a: v128, b: v128): v128 {
  return v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

// @ts-ignore: decorator
@inline
function upper(a: v128, b: v128): v128 {
  return v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

// @ts-ignore: decorator
@inline
function add(to: usize, v: v128): void {
  v128.store(to, i16x8.add(v128.load(to), v));
}
