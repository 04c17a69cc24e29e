/**
 * The gradient of a function of the outputs of a dense layer by the layer's weights, followed:
 *
 *   W_oi ← W_oi − s Σ_μ δ_μo x_μi,   c_o ← c_o − s Σ_μ δ_μo                                    (1)
 *
 * for inputs x and derivatives δ by the outputs. The sums over a tile of 4 outputs × 2 inputs stay in registers, the lanes
 * being samples, and each weight is read and written once.
 *
 * Errors: rounding of plain sums in f64.
 */
import { Batch } from './batch';
import { check, DenseLayer, ROW, start } from './dense-layer';
import { acrossLanes, addProduct, sumOfLanes } from './double-lanes';

/** weights ← (1); returns |gradient|², the squares of the sums. */
export function descend(layer: DenseLayer, weights: StaticArray<f64>, x: Batch, delta: Batch, s: f64): f64 {
  check(layer, weights, x, delta);
  const rate = f64x2.splat(s);
  const inputs = <usize>x.n * ROW, outputs = <usize>delta.n * ROW;
  const end = changetype<usize>(x.values) + <usize>x.panels * inputs;
  let W = start(weights, layer), D = changetype<usize>(delta.values);
  let square = f64x2.splat(0);
  for (let o = 0; o < layer.panels; ++o, D += 4 * ROW) {
    square = f64x2.add(square, biasTile(W, D, outputs, x.panels, rate));
    W += ROW;
    const first = changetype<usize>(x.values);
    for (let X = first; X < first + inputs; X += 2 * ROW, W += 2 * ROW) {
      square = f64x2.add(square, descendTile(W, X, inputs, end, D, outputs, rate));
    }
  }
  return sumOfLanes(square);
}

/** Four weights c, for the δ at D, D + outputs, … */
// @ts-ignore: decorator
@inline
function biasTile(W: usize, D: usize, outputs: usize, panels: i32, rate: v128): v128 {
  let g0 = f64x2.splat(0), g1 = f64x2.splat(0), g2 = f64x2.splat(0), g3 = f64x2.splat(0);
  for (let b = 0; b < panels; ++b, D += outputs) {
    g0 = f64x2.add(g0, f64x2.add(v128.load(D), v128.load(D, 16)));
    g1 = f64x2.add(g1, f64x2.add(v128.load(D, 32), v128.load(D, 48)));
    g2 = f64x2.add(g2, f64x2.add(v128.load(D, 64), v128.load(D, 80)));
    g3 = f64x2.add(g3, f64x2.add(v128.load(D, 96), v128.load(D, 112)));
  }
  return moveRow(W, acrossLanes(g0, g1), acrossLanes(g2, g3), rate);
}

/** Weights of four outputs and two inputs, for the x at X, X + inputs, … and the δ at D, D + outputs, … */
// @ts-ignore: decorator
@inline
function descendTile(W: usize, X: usize, inputs: usize, end: usize, D: usize, outputs: usize, rate: v128): v128 {
  let g00 = f64x2.splat(0), g01 = f64x2.splat(0), g02 = f64x2.splat(0), g03 = f64x2.splat(0);
  let g10 = f64x2.splat(0), g11 = f64x2.splat(0), g12 = f64x2.splat(0), g13 = f64x2.splat(0);
  for (let x = X; x < end; x += inputs, D += outputs) {
    for (let half = D, next = D + ROW, y = x; half < next; half += 16, y += 16) {
      const x0 = v128.load(y), x1 = v128.load(y, 32);
      const d0 = v128.load(half);
      g00 = addProduct(g00, d0, x0);
      g10 = addProduct(g10, d0, x1);
      const d1 = v128.load(half, 32);
      g01 = addProduct(g01, d1, x0);
      g11 = addProduct(g11, d1, x1);
      const d2 = v128.load(half, 64);
      g02 = addProduct(g02, d2, x0);
      g12 = addProduct(g12, d2, x1);
      const d3 = v128.load(half, 96);
      g03 = addProduct(g03, d3, x0);
      g13 = addProduct(g13, d3, x1);
    }
  }
  const square = moveRow(W, acrossLanes(g00, g01), acrossLanes(g02, g03), rate);
  return f64x2.add(square, moveRow(W + ROW, acrossLanes(g10, g11), acrossLanes(g12, g13), rate));
}

/** The row of four weights at W ← itself − rate g; returns g². */
// @ts-ignore: decorator
@inline
function moveRow(W: usize, g01: v128, g23: v128, rate: v128): v128 {
  v128.store(W, f64x2.sub(v128.load(W), f64x2.mul(rate, g01)));
  v128.store(W, f64x2.sub(v128.load(W, 16), f64x2.mul(rate, g23)), 16);
  return f64x2.add(f64x2.mul(g01, g01), f64x2.mul(g23, g23));
}
