/** Couplings of sign vectors, as the tests of lib call them. */
import { SignGram } from '../sign-gram';
import { SignRows } from '../sign-rows';
import { SignTable } from '../sign-sums';

export { accumulate, addTwice, coupling, paddedLength, reset, rowProduct, signProduct } from '../sign-gram';
export { setSigns } from '../sign-rows';
export { setTerm, weightedSum } from '../sign-sums';

export function signGram(N: i32): SignGram {
  return new SignGram(N);
}

export function signRows(N: i32, capacity: i32): SignRows {
  return new SignRows(N, capacity);
}

export function signTable(N: i32, capacity: i32): SignTable {
  return new SignTable(N, capacity);
}

export function halfWords(count: i32): StaticArray<i16> {
  return new StaticArray<i16>(count);
}

export function words(count: i32): StaticArray<i32> {
  return new StaticArray<i32>(count);
}

export function singles(count: i32): StaticArray<f32> {
  return new StaticArray<f32>(count);
}
