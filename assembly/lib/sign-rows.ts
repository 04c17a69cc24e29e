/**
 * Many vectors of N signs as bits: eight vectors in a byte, sixteen neighbouring components in 16 bytes.
 *
 * Layout [⌈N/16⌉, blocks, 16]: byte (i, b) has the signs of component i of the vectors 8b, …, 8b + 7, the first in the
 * lowest bit; 1 is plus. Components beyond N are minus.
 */

/** Vectors in a block, components in a tile. */
export const BLOCK: i32 = 8;
export const TILE: i32 = 16;

export class SignRows {
  readonly tiles: i32;
  readonly blocks: i32;
  readonly bits: StaticArray<u8>; // [tiles, blocks, TILE]

  constructor(readonly N: i32, capacity: i32) {
    const tiles = (N + TILE - 1) / TILE, blocks = (capacity + BLOCK - 1) / BLOCK;
    this.tiles = tiles;
    this.blocks = blocks;
    this.bits = new StaticArray<u8>(tiles * blocks * TILE);
  }
}

/** Vector ν ← the first N of `signs`, each 1 or −1. */
export function setSigns(rows: SignRows, nu: i32, signs: StaticArray<i16>): void {
  const block = nu / BLOCK, bit: u8 = 1 << <u8>(nu % BLOCK);
  for (let i = 0, N = rows.N; i < N; ++i) {
    const at = ((i / TILE) * rows.blocks + block) * TILE + i % TILE;
    const rest = rows.bits[at] & ~bit;
    rows.bits[at] = signs[i] > 0 ? rest | bit : rest;
  }
}
