/**
 * Dense layers of neurons, in f64, for whole batches:
 *
 *   forward:   y_μo = c_o + Σ_i W_oi x_μi                                                      (1)
 *   backward:  g_μi = Σ_o W_oi δ_μo                                                            (2)
 *
 * (2) is the gradient by x of a function of y whose derivatives are δ; that by the weights is in `dense-descent`. Sums
 * over tiles of 4 outputs × 4 samples in (1) and 4 inputs × 4 samples in (2) stay in registers: a number from memory
 * serves for four products.
 *
 * Layout of the weights [⌈outputs/4⌉, 1 + inputs, 4]: four outputs are a panel, whose first row is c. Inputs are rounded
 * up to a multiple of 4. Weights beyond the end are zero, and remain so as long as the x and δ there are.
 *
 * Errors: rounding of plain sums in f64.
 */
import { Batch } from './batch';
import { addProduct } from './double-lanes';

/** Bytes of a row of four numbers. */
export const ROW: usize = 32;

/** The shape of a layer, and where its weights begin in an array that it may share with other layers. */
export class DenseLayer {
  readonly rows: i32; // inputs, rounded up
  readonly panels: i32; // of outputs
  readonly end: i32; // where its weights end

  constructor(readonly inputs: i32, readonly outputs: i32, readonly from: i32) {
    this.rows = (inputs + 3) & ~3;
    this.panels = (outputs + 3) >> 2;
    this.end = from + 4 * this.panels * (1 + this.rows);
  }
}

/** Place of W_oi in the array of weights; i = −1 is c_o. */
export function weightPlace(layer: DenseLayer, o: i32, i: i32): i32 {
  return layer.from + 4 * ((o >> 2) * (1 + layer.rows) + 1 + i) + (o & 3);
}

/** Where the weights of the layer begin in memory. */
// @ts-ignore: decorator
@inline
export function start(weights: StaticArray<f64>, layer: DenseLayer): usize {
  return changetype<usize>(weights) + (<usize>layer.from << 3);
}

/** Batches of inputs x and outputs y that fit the layer. */
export function check(layer: DenseLayer, weights: StaticArray<f64>, x: Batch, y: Batch): void {
  assert(x.n == layer.rows && y.n == 4 * layer.panels, 'dense layer: batches must have its numbers of inputs and outputs');
  assert(x.panels == y.panels, 'dense layer: batches must have one number of samples');
  assert(layer.end <= weights.length, 'dense layer: its weights must end inside the array');
}

/** y ← (1). */
export function forward(layer: DenseLayer, weights: StaticArray<f64>, x: Batch, y: Batch): void {
  check(layer, weights, x, y);
  const stride = <usize>(1 + layer.rows) * ROW;
  let X = changetype<usize>(x.values), Y = changetype<usize>(y.values);
  for (let b = 0; b < x.panels; ++b) {
    for (let o = 0, W = start(weights, layer); o < layer.panels; ++o, W += stride) {
      forwardTile(W, W + stride, X, Y);
      Y += 4 * ROW;
    }
    X += <usize>x.n * ROW;
  }
}

/** Four outputs, whose panel is W … end, for the four samples at X. */
// @ts-ignore: decorator
@inline
function forwardTile(W: usize, end: usize, X: usize, Y: usize): void {
  let y00 = v128.load64_splat(W), y01 = y00;
  let y10 = v128.load64_splat(W, 8), y11 = y10;
  let y20 = v128.load64_splat(W, 16), y21 = y20;
  let y30 = v128.load64_splat(W, 24), y31 = y30;
  for (let w = W + ROW; w < end; w += ROW, X += ROW) {
    const x0 = v128.load(X), x1 = v128.load(X, 16);
    const w0 = v128.load64_splat(w);
    y00 = addProduct(y00, w0, x0);
    y01 = addProduct(y01, w0, x1);
    const w1 = v128.load64_splat(w, 8);
    y10 = addProduct(y10, w1, x0);
    y11 = addProduct(y11, w1, x1);
    const w2 = v128.load64_splat(w, 16);
    y20 = addProduct(y20, w2, x0);
    y21 = addProduct(y21, w2, x1);
    const w3 = v128.load64_splat(w, 24);
    y30 = addProduct(y30, w3, x0);
    y31 = addProduct(y31, w3, x1);
  }
  v128.store(Y, y00);
  v128.store(Y, y01, 16);
  v128.store(Y, y10, 32);
  v128.store(Y, y11, 48);
  v128.store(Y, y20, 64);
  v128.store(Y, y21, 80);
  v128.store(Y, y30, 96);
  v128.store(Y, y31, 112);
}

/** g ← (2). */
export function backward(layer: DenseLayer, weights: StaticArray<f64>, delta: Batch, g: Batch): void {
  check(layer, weights, g, delta);
  const stride = <usize>(1 + layer.rows) * ROW;
  const W = start(weights, layer) + ROW;
  const panel = <usize>delta.n * ROW;
  let D = changetype<usize>(delta.values), G = changetype<usize>(g.values);
  for (let b = 0; b < g.panels; ++b, D += panel) {
    for (let i = 0; i < layer.rows; i += 4, G += 4 * ROW) backwardTile(W + <usize>i * ROW, stride, D, D + panel, G);
  }
}

/** Four inputs, whose weights are at W + k stride for the k-th panel of outputs, for the four samples at D … end. */
// @ts-ignore: decorator
@inline
function backwardTile(W: usize, stride: usize, D: usize, end: usize, G: usize): void {
  let g00 = f64x2.splat(0), g01 = f64x2.splat(0), g10 = f64x2.splat(0), g11 = f64x2.splat(0);
  let g20 = f64x2.splat(0), g21 = f64x2.splat(0), g30 = f64x2.splat(0), g31 = f64x2.splat(0);
  for (; D < end; W += stride) {
    for (let w = W, next = W + ROW; w < next; w += 8, D += ROW) {
      const d0 = v128.load(D), d1 = v128.load(D, 16);
      const w0 = v128.load64_splat(w);
      g00 = addProduct(g00, w0, d0);
      g01 = addProduct(g01, w0, d1);
      const w1 = v128.load64_splat(w, 32);
      g10 = addProduct(g10, w1, d0);
      g11 = addProduct(g11, w1, d1);
      const w2 = v128.load64_splat(w, 64);
      g20 = addProduct(g20, w2, d0);
      g21 = addProduct(g21, w2, d1);
      const w3 = v128.load64_splat(w, 96);
      g30 = addProduct(g30, w3, d0);
      g31 = addProduct(g31, w3, d1);
    }
  }
  v128.store(G, g00);
  v128.store(G, g01, 16);
  v128.store(G, g10, 32);
  v128.store(G, g11, 48);
  v128.store(G, g20, 64);
  v128.store(G, g21, 80);
  v128.store(G, g30, 96);
  v128.store(G, g31, 112);
}
