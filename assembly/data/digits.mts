/**
 * 2,500 handwritten digits. Kernels import `digits`, a StaticArray<u8> of 99 bytes a digit: its label (0 to 9), then 14 x
 * 14 pixels of 4 bits (0 is paper, 15 ink), row by row, of two in a byte the first in the low half. Every ten digits are
 * one of each class in random order, so that any first part is balanced: train on the first 2,000 and hold out the rest.
 *
 * Source: MNIST by Y. LeCun, C. Cortes and C. J. C. Burges (CC BY-SA 3.0, as what is made of it here), through the
 * package `mnist` by J. Cazala (MIT), which has about a thousand digits of each class. Here 2 x 2 pixels are one, their
 * mean.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const classes = 10;
const perClass = 250;
/** Pixels along a side, there and here. */
const [full, side] = [28, 14];
const bytesPerDigit = 1 + (side * side) / 2;

export default function digits(): Uint8Array {
  const random = xorshift(2_463_534_242);
  const pictures = Array.from({ length: classes }, (_, label) => shuffle(picturesOf(label), random).slice(0, perClass));
  const out = new Uint8Array(classes * perClass * bytesPerDigit);
  let at = 0;
  for (let round = 0; round < perClass; round++) {
    for (const [label, ofClass] of shuffle([...pictures.entries()], random)) {
      out[at] = label;
      out.set(pack(ofClass[round] as readonly number[]), at + 1);
      at += bytesPerDigit;
    }
  }
  return out;
}

/** The digits of a class: 28 x 28 numbers from 0 to 1 each. */
function picturesOf(label: number): number[][] {
  const { data } = require(`mnist/src/digits/${label}.json`) as { data: number[] };
  return Array.from({ length: data.length / full ** 2 }, (_, k) => data.slice(k * full ** 2, (k + 1) * full ** 2));
}

function pack(picture: readonly number[]): Uint8Array {
  const pixel = (row: number, column: number) => picture[row * full + column] ?? 0;
  const out = new Uint8Array(bytesPerDigit - 1);
  for (let k = 0; k < side * side; k++) {
    const [row, column] = [2 * Math.floor(k / side), 2 * (k % side)];
    const sum = pixel(row, column) + pixel(row, column + 1) + pixel(row + 1, column) + pixel(row + 1, column + 1);
    out[k >> 1] = (out[k >> 1] ?? 0) | (Math.round((15 * sum) / 4) << (4 * (k & 1)));
  }
  return out;
}

/** Fisher and Yates, in place. */
function shuffle<T>(all: T[], random: () => number): T[] {
  for (let i = all.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

/** Marsaglia's xorshift of 32 bits: the same order on every machine. */
function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
