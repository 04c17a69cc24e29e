/**
 * A brush that erases: spins under it, pixels of a square picture, become −1. Between two of its places it goes straight
 * from pixel to pixel.
 */
import { flip, Hopfield } from './hopfield';

/** Radius over the side of the picture. */
const RADIUS: f64 = 0.05;

export class Brush {
  pixel: i32 = -1; // where it is, −1 where it is lifted

  constructor(readonly side: i32) {}
}

/** Moves the brush to a pixel, or lifts it (−1); beyond the last pixel it is on the last. */
export function moveBrush(brush: Brush, pixel: i32, model: Hopfield): void {
  const to = min(pixel, model.N - 1);
  const from = brush.pixel < 0 ? to : brush.pixel;
  brush.pixel = to;
  if (to < 0) return;
  const side = brush.side;
  const row = from / side, column = from % side;
  const rows = to / side - row, columns = to % side - column;
  const steps = max(max(abs(rows), abs(columns)), 1);
  for (let k = 0; k <= steps; ++k) {
    const way = <f64>k / <f64>steps;
    erase(model, side, <f64>row + way * <f64>rows, <f64>column + way * <f64>columns);
  }
}

/** Erases the disc around a point, which is inside the picture. */
function erase(model: Hopfield, side: i32, row: f64, column: f64): void {
  const radius = RADIUS * <f64>side;
  const bottom = min(<i32>(row + radius), side - 1), right = min(<i32>(column + radius), side - 1);
  for (let y = <i32>Math.ceil(max(row - radius, 0)); y <= bottom; ++y) {
    for (let x = <i32>Math.ceil(max(column - radius, 0)); x <= right; ++x) {
      const i = y * side + x, down = <f64>y - row, across = <f64>x - column;
      if (i < model.N && model.spins[i] > 0 && down * down + across * across <= radius * radius) flip(model, i);
    }
  }
}
