import { describe, expect, test } from 'vitest';
import { createMeter, timeText } from './meter.ts';

function record(isTTY: boolean) {
  const written: string[] = [];
  return { written, meter: createMeter({ isTTY, write: (text) => written.push(text) }, 20) };
}
const progress = { done: 40, total: 100, msLeft: 61_500 };

describe('a meter', () => {
  test('draws a bar over itself on a terminal, of all points, and wipes it in the end', () => {
    const { written, meter } = record(true);
    meter.show(progress);
    meter.show({ ...progress, msLeft: undefined });
    meter.end();
    const bar = `[${'#'.repeat(15)}${'-'.repeat(15)}]`;
    expect(written).toEqual([
      `\r${bar} 60 of 120 points, 1:02 left\u001b[K`,
      `\r${bar} 60 of 120 points\u001b[K`,
      '\r\u001b[K',
    ]);
  });

  test('writes lines elsewhere, and less often', () => {
    const { written, meter } = record(false);
    meter.show(progress);
    meter.end();
    expect(written).toEqual(['60 of 120 points, 1:02 left\n']);
    expect(meter.pause).toBeGreaterThan(record(true).meter.pause);
  });
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [754_000, '12:34'],
  [11_105_000, '3:05:05'],
])('%d ms are %s', (ms, text) => {
  expect(timeText(ms)).toBe(text);
});
