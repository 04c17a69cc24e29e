import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { iconPng, iconSvg } from './icon.ts';
import { encodePng } from './png.ts';

const colours = { line: '#0072b2', point: '#e69f00' };

/** Width and pixels of a PNG as `encodePng` writes it. */
function decode(png: Buffer): { width: number; pixel: (x: number, y: number) => number[] } {
  const width = png.readUInt32BE(16);
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  return {
    width,
    pixel: (x, y) => {
      const start = y * (1 + 4 * width) + 1 + 4 * x;
      return [...rows.subarray(start, start + 4)];
    },
  };
}

describe('png', () => {
  test('holds the pixels, row by row', () => {
    const { width, pixel } = decode(encodePng(2, 1, new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])));
    expect(width).toBe(2);
    expect([pixel(0, 0), pixel(1, 0)]).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
  });

  test('ends with the chunk, and its check sum, that ends every PNG', () => {
    expect(encodePng(1, 1, new Uint8Array(4)).subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
  });

  test('refuses pixels of another size', () => {
    expect(() => encodePng(2, 2, new Uint8Array(4))).toThrow('PNG of 2 x 2: 4 bytes, expected 16');
  });
});

describe('icon', () => {
  test.each([192, 512])('has line, point and nothing where the SVG has them, %i pixels wide', (size) => {
    const { width, pixel } = decode(iconPng(size, colours));
    expect(width).toBe(size);
    const at = (x: number, y: number) => pixel(Math.floor((x / 32) * size), Math.floor((y / 32) * size));
    const line = [0, 0x72, 0xb2, 255];
    for (const [x, y] of [
      [16, 3],
      [29, 16],
      [16, 20.5],
      [3, 16],
    ] as const)
      expect(at(x, y)).toEqual(line);
    expect(at(21, 8)).toEqual([0xe6, 0x9f, 0, 255]);
    expect([at(0, 0)[3], at(16, 16)[3], at(11, 8)[3]]).toEqual([0, 0, 0]);
  });

  test('keeps within the middle of a square that may be cut, with nothing to see through', () => {
    const { pixel } = decode(iconPng(192, colours, '#fbfaf6'));
    const paper = [0xfb, 0xfa, 0xf6, 255];
    for (let index = 0; index < 192 * 192; index++) {
      const [x, y] = [index % 192, Math.floor(index / 192)];
      const fromCentre = Math.hypot(x + 0.5 - 96, y + 0.5 - 96) / 192;
      expect(pixel(x, y)[3]).toBe(255);
      if (fromCentre > 0.4) expect(pixel(x, y)).toEqual(paper);
    }
    expect(pixel(96, 96)).toEqual(paper);
  });

  test('is drawn in the colours that it is given', () => {
    expect(iconSvg(colours)).toMatch(/stroke="#0072b2".*fill="#e69f00"/);
    expect(() => iconPng(8, { line: 'blue', point: '#e69f00' })).toThrow('"blue" is not a colour');
  });
});
