/** Matrices of rows, as the tests of lib call them. */
import { RowPanels, Weighing, weighRows } from '../row-panels';

export { getEntry, setEntry } from '../row-panels';

export function rowPanels(M: i32, N: i32): RowPanels {
  return new RowPanels(M, N);
}

/** u_r = factor_r p_r, 0 beyond the last row. */
class Factors extends Weighing {
  constructor(readonly factors: StaticArray<f64>) {
    super();
  }

  weigh(first: i32, four: StaticArray<f64>): void {
    for (let r = 0; r < 4; ++r) four[r] *= first + r < this.factors.length ? this.factors[first + r] : 0;
  }
}

/** out [N] ← Σ_r factor_r (x_r · v) x_r */
export function weighByFactors(X: RowPanels, v: StaticArray<f64>, factors: StaticArray<f64>, out: StaticArray<f64>): void {
  weighRows(X, v, new Factors(factors), out);
}
