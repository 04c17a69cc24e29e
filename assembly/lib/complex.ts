/** Complex numbers in place: `out` may be an operand. Errors: a few roundings of the modulus; squares stay in range. */

export class Complex {
  re: f64 = 0;
  im: f64 = 0;

  set(re: f64, im: f64): void {
    this.re = re;
    this.im = im;
  }
}

export function modulus(a: Complex): f64 {
  return Math.sqrt(a.re * a.re + a.im * a.im);
}

/** The argument in ]−π, π]. */
export function argument(a: Complex): f64 {
  return Math.atan2(a.im, a.re);
}

/** out ← a b */
// @ts-ignore: decorator
@inline
export function multiply(a: Complex, b: Complex, out: Complex): void {
  out.set(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** out ← 1/a */
// @ts-ignore: decorator
@inline
export function invert(a: Complex, out: Complex): void {
  const factor = 1 / (a.re * a.re + a.im * a.im);
  out.set(a.re * factor, -a.im * factor);
}

/** out ← √a, its real part not negative. */
// @ts-ignore: decorator
@inline
export function squareRoot(a: Complex, out: Complex): void {
  const length = modulus(a);
  const re = Math.sqrt(0.5 * (length + Math.abs(a.re)));
  const im = 0.5 * Math.abs(a.im) / re;
  const isRight = a.re >= 0;
  const side = isRight ? im : re;
  out.set(isRight ? re : im, a.im < 0 ? -side : side);
}

/** out ← out + s a */
// @ts-ignore: decorator
@inline
export function addMultiple(out: Complex, s: f64, a: Complex): void {
  out.set(out.re + s * a.re, out.im + s * a.im);
}
