/**
 * Polynomials in one variable, by their coefficients from the constant upwards, and their first two derivatives.
 *
 *   u = n/d:  u′ = (n′ − u d′)/d,   u″ = (n″ − 2u′d′ − u d″)/d                                   (1)
 *
 * Errors: Horner's scheme, a rounding per coefficient and derivative.
 */

/** A value and its first two derivatives. */
export class Jet {
  value: f64 = 0;
  first: f64 = 0;
  second: f64 = 0;
}

/** out = the polynomial and its derivatives at x. */
export function evaluate(coefficients: StaticArray<f64>, x: f64, out: Jet): void {
  let value: f64 = 0, first: f64 = 0, second: f64 = 0;
  for (let k = coefficients.length - 1; k >= 0; --k) {
    second = second * x + first;
    first = first * x + value;
    value = value * x + coefficients[k];
  }
  out.value = value;
  out.first = first;
  out.second = 2 * second;
}

/** out ← n / d, equation (1); `out` may be n. */
export function divide(n: Jet, d: Jet, out: Jet): void {
  const inverse = 1 / d.value;
  const value = n.value * inverse;
  const first = (n.first - value * d.first) * inverse;
  out.second = (n.second - 2 * first * d.first - value * d.second) * inverse;
  out.first = first;
  out.value = value;
}

/** c (1 + x + … + xⁿ⁻¹) */
export function geometric(c: f64, n: i32): StaticArray<f64> {
  const sum = new StaticArray<f64>(n);
  for (let k = 0; k < n; ++k) sum[k] = c;
  return sum;
}

/** c xⁿ */
export function monomial(c: f64, n: i32): StaticArray<f64> {
  const power = new StaticArray<f64>(n + 1);
  power[n] = c;
  return power;
}

/** a + s b */
export function add(a: StaticArray<f64>, s: f64, b: StaticArray<f64>): StaticArray<f64> {
  const sum = new StaticArray<f64>(max(a.length, b.length));
  for (let k = 0; k < a.length; ++k) sum[k] = a[k];
  for (let k = 0; k < b.length; ++k) sum[k] += s * b[k];
  return sum;
}

/** a b */
export function multiply(a: StaticArray<f64>, b: StaticArray<f64>): StaticArray<f64> {
  const product = new StaticArray<f64>(a.length + b.length - 1);
  for (let j = 0; j < a.length; ++j) {
    for (let k = 0; k < b.length; ++k) product[j + k] += a[j] * b[k];
  }
  return product;
}
