/**
 * Couplings of sign vectors, in integers and exact: vectors that are added and removed again leave no trace.
 *
 *   G_ij = Σ_ν ξ^ν_i ξ^ν_j  for i ≠ j,   G_ii = 0                                             (1)
 *   Σ_{ν<n} ξ^ν_i ξ^ν_j = n − 2 #{ν : ξ^ν_i ≠ ξ^ν_j}                                          (2)
 *
 * (2) counts bits: sixteen j in the lanes of a vector, eight ν in a byte, at most `MOST` bytes before a lane overflows. A
 * tile of 16 × 16 is computed once and written twice, as G is symmetric. |G_ij| is at most the number of vectors, which
 * must be below 2¹⁵. Rows have room for whole tiles, and one tile more, so that rows are not a power of two apart.
 */
import { BLOCK, SignRows, TILE } from './sign-rows';
import { addTransposed } from './transpose';

/** Bytes of bits whose number a lane of 8 bits can hold. */
const MOST: i32 = 31;

export class SignGram {
  readonly stride: i32;
  readonly values: StaticArray<i16>; // [16 tiles, stride]
  readonly spread: StaticArray<u8>; // [TILE, MOST, 16] the bytes of a tile's components, each in all lanes
  readonly masks: StaticArray<u8>; // [MOST, 16] which bits of a byte count
  readonly tile: StaticArray<i16>; // [TILE, TILE] what is added

  constructor(readonly N: i32) {
    const stride = paddedLength(N) + TILE;
    this.stride = stride;
    this.values = new StaticArray<i16>(paddedLength(N) * stride);
    this.spread = new StaticArray<u8>(TILE * MOST * 16);
    this.masks = new StaticArray<u8>(MOST * 16);
    this.tile = new StaticArray<i16>(TILE * TILE);
  }
}

/** Length of vectors that go with a Gram matrix: N rounded up to whole tiles. */
export function paddedLength(N: i32): i32 {
  return (N + TILE - 1) & -TILE;
}

/** G_ij */
export function coupling(G: SignGram, i: i32, j: i32): i32 {
  return G.values[i * G.stride + j];
}

/** Adds the vectors from ν = `from` up to and without `to` to (1), or removes them (sign = −1). */
export function accumulate(G: SignGram, rows: SignRows, from: i32, to: i32, sign: i32): void {
  for (let first = from; first < to; ) {
    const last = min((first / BLOCK + MOST) * BLOCK, to);
    addBlocks(G, rows, first, last, sign);
    first = last;
  }
  for (let i = 0; i < G.N; ++i) G.values[i * G.stride + i] = 0;
}

/** G ← 0 */
export function reset(G: SignGram): void {
  G.values.fill(0);
}

/** Σ_j G_ij s_j for s [padded] that is 0 beyond N. */
export function rowProduct(G: SignGram, i: i32, s: StaticArray<i16>): i32 {
  const row = changetype<usize>(G.values) + ((<usize>i * G.stride) << 1);
  return product(row, changetype<usize>(s), <usize>s.length << 1);
}

/** h_j [padded] ← h_j + 2 sign G_ij for all j, the sign 1 or −1. */
export function addTwice(G: SignGram, i: i32, sign: i32, h: StaticArray<i32>): void {
  const row = changetype<usize>(G.values) + ((<usize>i * G.stride) << 1);
  const to = changetype<usize>(h), end = to + (<usize>h.length << 2);
  if (sign > 0) for (let at = to, from = row; at < end; at += 64, from += 32) follow(at, from, true);
  else for (let at = to, from = row; at < end; at += 64, from += 32) follow(at, from, false);
}

/** Sixteen numbers at `at`, plus or minus twice those of 16 bits at `from`. */
// @ts-ignore: decorator
@inline
function follow(at: usize, from: usize, isPlus: bool): void {
  const a = i32x4.shl(v128.load16x4_s(from), 1), b = i32x4.shl(v128.load16x4_s(from, 8), 1);
  const c = i32x4.shl(v128.load16x4_s(from, 16), 1), d = i32x4.shl(v128.load16x4_s(from, 24), 1);
  const A = v128.load(at), B = v128.load(at, 16), C = v128.load(at, 32), D = v128.load(at, 48);
  v128.store(at, isPlus ? i32x4.add(A, a) : i32x4.sub(A, a));
  v128.store(at, isPlus ? i32x4.add(B, b) : i32x4.sub(B, b), 16);
  v128.store(at, isPlus ? i32x4.add(C, c) : i32x4.sub(C, c), 32);
  v128.store(at, isPlus ? i32x4.add(D, d) : i32x4.sub(D, d), 48);
}

/** Σ_i a_i b_i of signs, where a begins at `at` and b [padded] is 0 beyond N. */
export function signProduct(a: StaticArray<i16>, at: i32, b: StaticArray<i16>): i32 {
  return product(changetype<usize>(a) + (<usize>at << 1), changetype<usize>(b), <usize>b.length << 1);
}

function product(a: usize, b: usize, bytes: usize): i32 {
  let even = i32x4.splat(0), odd = i32x4.splat(0);
  for (const end = a + bytes; a < end; a += 32, b += 32) {
    even = i32x4.add(even, i32x4.dot_i16x8_s(v128.load(a), v128.load(b)));
    odd = i32x4.add(odd, i32x4.dot_i16x8_s(v128.load(a, 16), v128.load(b, 16)));
  }
  const sum = i32x4.add(even, odd);
  return (
    i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
  );
}

/** Vectors of at most MOST blocks. */
function addBlocks(G: SignGram, rows: SignRows, from: i32, to: i32, sign: i32): void {
  const block = from / BLOCK, blocks = (to - 1) / BLOCK - block + 1;
  setMasks(G, from - block * BLOCK, to - block * BLOCK, blocks);
  const base = i16x8.splat(<i16>(sign * (to - from))), factor = i16x8.splat(<i16>(2 * sign));
  const bits = changetype<usize>(rows.bits) + <usize>block * TILE;
  const tileBytes = <usize>rows.blocks * TILE;
  for (let I = 0, tiles = rows.tiles; I < tiles; ++I) {
    spreadTile(G, bits + <usize>I * tileBytes, blocks);
    for (let J = I; J < tiles; ++J) {
      compare(G, bits + <usize>J * tileBytes, blocks, base, factor);
      addTile(G, I, J);
      if (J > I) addTransposedTile(G, I, J);
    }
  }
}

/** Bits from `from` up to `to` of the first bytes count. */
function setMasks(G: SignGram, from: i32, to: i32, blocks: i32): void {
  for (let b = 0; b < blocks; ++b) {
    const low = max(from - b * BLOCK, 0), high = min(to - b * BLOCK, BLOCK);
    const mask = ((1 << high) - 1) & ~((1 << low) - 1);
    v128.store(changetype<usize>(G.masks) + ((<usize>b) << 4), i8x16.splat(<i8>mask));
  }
}

function spreadTile(G: SignGram, bits: usize, blocks: i32): void {
  for (let r = 0; r < TILE; ++r) {
    const to = changetype<usize>(G.spread) + ((<usize>(r * MOST)) << 4);
    for (let b: usize = 0; b < <usize>blocks; ++b) v128.store(to + (b << 4), v128.load8_splat(bits + (b << 4) + r));
  }
}

/** G.tile ← (2) for the components that are spread, down, and those at `bits`, across: base − factor · differences. */
function compare(G: SignGram, bits: usize, blocks: i32, base: v128, factor: v128): void {
  const step: usize = MOST << 4;
  const end = bits + ((<usize>blocks) << 4);
  let to = changetype<usize>(G.tile);
  for (let r = 0; r < TILE; r += 4) {
    let own = changetype<usize>(G.spread) + <usize>r * step, mask = changetype<usize>(G.masks);
    let n0 = i8x16.splat(0), n1 = n0, n2 = n0, n3 = n0;
    for (let at = bits; at < end; at += 16, own += 16, mask += 16) {
      const other = v128.load(at), m = v128.load(mask);
      n0 = i8x16.add(n0, i8x16.popcnt(v128.and(v128.xor(v128.load(own), other), m)));
      n1 = i8x16.add(n1, i8x16.popcnt(v128.and(v128.xor(v128.load(own + step), other), m)));
      n2 = i8x16.add(n2, i8x16.popcnt(v128.and(v128.xor(v128.load(own + 2 * step), other), m)));
      n3 = i8x16.add(n3, i8x16.popcnt(v128.and(v128.xor(v128.load(own + 3 * step), other), m)));
    }
    storeSums(to, n0, base, factor);
    storeSums(to + 32, n1, base, factor);
    storeSums(to + 64, n2, base, factor);
    storeSums(to + 96, n3, base, factor);
    to += 128;
  }
}

// @ts-ignore: decorator
@inline
function storeSums(to: usize, differences: v128, base: v128, factor: v128): void {
  v128.store(to, i16x8.sub(base, i16x8.mul(factor, i16x8.extend_low_i8x16_u(differences))));
  v128.store(to, i16x8.sub(base, i16x8.mul(factor, i16x8.extend_high_i8x16_u(differences))), 16);
}

function addTile(G: SignGram, I: i32, J: i32): void {
  const step = <usize>G.stride << 1;
  let to = changetype<usize>(G.values) + <usize>(I * TILE) * step + ((<usize>(J * TILE)) << 1);
  let from = changetype<usize>(G.tile);
  for (let r = 0; r < TILE; ++r, to += step, from += 32) {
    v128.store(to, i16x8.add(v128.load(to), v128.load(from)));
    v128.store(to, i16x8.add(v128.load(to, 16), v128.load(from, 16)), 16);
  }
}

function addTransposedTile(G: SignGram, I: i32, J: i32): void {
  const step = <usize>G.stride << 1;
  const from = changetype<usize>(G.tile);
  const to = changetype<usize>(G.values) + <usize>(J * TILE) * step + ((<usize>(I * TILE)) << 1);
  addTransposed(from, 32, to, step);
  addTransposed(from + 256, 32, to + 16, step);
  addTransposed(from + 16, 32, to + 8 * step, step);
  addTransposed(from + 272, 32, to + 8 * step + 16, step);
}
