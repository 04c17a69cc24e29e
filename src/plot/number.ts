/** Numbers as a reader expects them: a true minus sign, proper powers of ten, no digits that say nothing. */

const minus = '\u2212';

/** `digits` decimals with a true minus sign and no negative zero; an en dash where there is no number. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '\u2013';
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** 10^exponent as HTML. */
export function power(exponent: number): string {
  if (exponent === 0) return '1';
  return exponent === 1 ? '10' : `10<sup>${fixed(exponent, 0)}</sup>`;
}

/** Mantissa with `digits` decimals times a power of ten, as HTML. */
export function scientific(value: number, digits: number): string {
  if (!Number.isFinite(value) || value === 0) return fixed(value, digits);
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  return `${fixed(Number(mantissa), digits)}\u202f\u00d7\u202f10<sup>${fixed(Number(exponent), 0)}</sup>`;
}
