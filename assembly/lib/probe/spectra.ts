/** Complex numbers, the half-line and spectra, as the tests of lib call them. */
import { Complex, invert, multiply, squareRoot } from '../complex';
import { HalfLine } from '../half-line';

export { addSquare, copyDense, turnVector } from '../dense-symmetric';
export { tangentSignal } from '../tangent-signal';
export { eigenvaluesAndRow } from '../tridiagonal';

export function halfLine(h: f64): HalfLine {
  return new HalfLine(h);
}

export function halfLineNodes(line: HalfLine): StaticArray<f64> {
  return line.x;
}

export function halfLineWeights(line: HalfLine): StaticArray<f64> {
  return line.w;
}

export function halfLineCount(line: HalfLine): i32 {
  return line.x.length;
}

/** out [6] ← ab, 1/a and √a of a = out₀ + i out₁ and b = out₂ + i out₃. */
export function complexes(out: StaticArray<f64>): void {
  const a = new Complex(), b = new Complex(), c = new Complex();
  a.set(out[0], out[1]);
  b.set(out[2], out[3]);
  multiply(a, b, b);
  invert(a, c);
  squareRoot(a, a);
  out[0] = b.re;
  out[1] = b.im;
  out[2] = c.re;
  out[3] = c.im;
  out[4] = a.re;
  out[5] = a.im;
}
