/**
 * Eight pictures of 60 × 60 black and white pixels as patterns: a pixel of ink is +1, one of paper −1.
 *
 * N spins are the pixels of a square of side ⌈√N⌉, row by row; where N is no square the last row ends early. A smaller
 * square takes the pixels of the pictures at the centres of its own.
 */
import { pictures } from '../data/pictures';

/** How many pictures there are. */
export const PICTURES: i32 = 8;
/** Pixels along a side. */
const SIDE: i32 = 60;

/** Side of the square of which N spins are the pixels. */
export function sideOf(N: i32): i32 {
  return <i32>Math.ceil(Math.sqrt(<f64>N));
}

/** The first N of out ← picture ν. */
export function drawPicture(nu: i32, N: i32, out: StaticArray<i16>): void {
  const side = sideOf(N);
  for (let i = 0; i < N; ++i) {
    const row = centre(i / side, side), column = centre(i % side, side);
    const pixel = (nu * SIDE + row) * SIDE + column;
    out[i] = (pictures[pixel >> 3] >> <u8>(pixel & 7)) & 1 ? 1 : -1;
  }
}

/** The pixel of SIDE in which the centre of pixel k of `side` lies. */
function centre(k: i32, side: i32): i32 {
  return ((2 * k + 1) * SIDE) / (2 * side);
}
