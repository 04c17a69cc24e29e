// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { qrCode, quietZone } from './qr-code.ts';

const link = (length: number) => `https://example.org/${'a'.repeat(length - 20)}`;
/** Modules across the code of a link of that length, without the quiet zone. */
const size = (length: number) =>
  Number(qrCode(link(length))?.getAttribute('viewBox')?.split(' ')[2] ?? Number.NaN) - 2 * quietZone;

describe('a QR code', () => {
  it('is one path inside its quiet zone', () => {
    const code = qrCode(link(40));
    expect(code?.children).toHaveLength(1);
    expect(code?.getAttribute('viewBox')?.startsWith('-4 -4 ')).toBe(true);
    expect(code?.firstElementChild?.getAttribute('d')).toMatch(/^M[-\d.]/);
  });

  it('has the capacities of ISO/IEC 18004: 213 bytes at level M in version 10, then level L, 230 in version 9', () => {
    expect([213, 214, 230, 231, 271, 272].map(size)).toEqual([10, 9, 9, 10, 10, 11].map((version) => 17 + 4 * version));
  });

  it('is not made where nobody could read it: 1273 bytes fit version 25 at level L', () => {
    expect(size(1273)).toBe(17 + 4 * 25);
    expect(qrCode(link(1274))).toBeUndefined();
  });
});
