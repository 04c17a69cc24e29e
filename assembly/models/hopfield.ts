/**
 * The Hopfield model: N spins s_i = ±1 under couplings that store P patterns.
 *
 *   H = −½ Σ_{ij} J_ij s_i s_j,   J_ij = (1/N) Σ_ν ξ^ν_i ξ^ν_j,   J_ii = 0                      (1)
 *   h_i = Σ_j J_ij s_j                                                                          (2)
 *   s_k → −s_k:   h_i → h_i + 2 J_ik s_k,   s_k the new one                                     (3)
 *
 * N J_ij and N h_i are whole numbers and kept as such: no rounding, and patterns that come and go leave nothing behind.
 * Fields are kept and follow each flip by (3). A flip costs one to two fields anew by (2), so that pays where fewer than
 * half of the updates turn their spin over, and all fields are there to be looked at.
 *
 * Source: Hopfield, Proc. Natl. Acad. Sci. USA 79 (1982) 2554.
 */
import { accumulate, addTwice, paddedLength, reset, rowProduct, SignGram } from '../lib/sign-gram';
import { setSigns, SignRows } from '../lib/sign-rows';
import { drawPattern, madeOfFeatures, PatternSource } from './hopfield-patterns';

export class Hopfield {
  readonly N: i32;
  readonly couplings: SignGram; // N J
  readonly rows: SignRows; // the patterns that have been drawn
  readonly pattern: StaticArray<i16>; // [padded] one of them
  readonly spins: StaticArray<i16>; // [padded] s, 0 beyond N
  readonly fields: StaticArray<i32>; // [padded] N h
  P: i32 = 0;
  D: i32 = 0;
  drawn: i32 = 0; // of rows

  constructor(readonly source: PatternSource, mostPatterns: i32) {
    const N = source.N, length = paddedLength(N);
    this.N = N;
    this.couplings = new SignGram(N);
    this.rows = new SignRows(N, mostPatterns);
    this.pattern = new StaticArray<i16>(length);
    this.spins = new StaticArray<i16>(length);
    this.fields = new StaticArray<i32>(length);
  }
}

/** Stores the first P patterns of D features: the couplings change by those that come or go. */
export function storePatterns(model: Hopfield, P: i32, D: i32): void {
  if (P == model.P && D == model.D) return;
  if (D != model.D && madeOfFeatures(model.source.kind)) {
    reset(model.couplings);
    model.P = 0;
    model.drawn = 0;
  }
  model.D = D;
  for (let nu = model.drawn; nu < P; ++nu) {
    drawPattern(model.source, nu, D, model.pattern);
    setSigns(model.rows, nu, model.pattern);
  }
  model.drawn = max(model.drawn, P);
  if (P > model.P) accumulate(model.couplings, model.rows, model.P, P, 1);
  else accumulate(model.couplings, model.rows, P, model.P, -1);
  model.P = P;
  computeFields(model);
}

/** (2) for all i. */
export function computeFields(model: Hopfield): void {
  for (let i = 0; i < model.N; ++i) model.fields[i] = rowProduct(model.couplings, i, model.spins);
}

/** (3) */
export function flip(model: Hopfield, k: i32): void {
  const s: i16 = -model.spins[k];
  model.spins[k] = s;
  addTwice(model.couplings, k, s, model.fields);
}

/** H/N = −½ Σ_i s_i h_i / N */
export function energyPerSpin(model: Hopfield): f64 {
  let sum: i64 = 0;
  for (let i = 0; i < model.N; ++i) sum += <i64>(<i32>model.spins[i] * model.fields[i]);
  return -0.5 * <f64>sum / (<f64>model.N * <f64>model.N);
}

/** How many spins zero temperature would turn over: s_i against h_i, or −1 where h_i = 0. */
export function againstField(model: Hopfield): i32 {
  let count = 0;
  for (let i = 0; i < model.N; ++i) count += <i32>(model.fields[i] >= 0 != model.spins[i] > 0);
  return count;
}
