// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Chart, chart } from './chart.ts';
import { heatMap } from './heat-map.ts';

let host: HTMLElement;
let picture: Chart;

/** A plot area of `width` x `height` px for x from 0 to 10 and y from 1 to 100, logarithmic. */
let width: number;
let height: number;

beforeEach(() => {
  host = document.createElement('div');
  Object.defineProperties(host, { clientWidth: { value: 440 }, clientHeight: { value: 230 } });
  picture = chart(host, { x: { label: '', domain: [0, 10] }, y: { label: '', scale: 'log', domain: [1, 100] } });
  picture.draw();
  const area = host.querySelector('.plot-labels') as HTMLElement;
  width = Number.parseFloat(area.style.width);
  height = Number.parseFloat(area.style.height);
});

const path = (name: string) => host.querySelector(`.${name}`)?.getAttribute('d') ?? '';
const numbers = (text: string) => (text.match(/-?[\d.]+/g) ?? []).map(Number);
/** Compares with what the paths are rounded to, tenths of a pixel. */
const expectClose = (got: number[], wanted: number[]) => {
  expect(got).toHaveLength(wanted.length);
  for (const [i, value] of got.entries()) expect(Math.abs(value - (wanted[i] as number))).toBeLessThanOrEqual(0.0501);
};

describe('marks', () => {
  test('a curve has a dot at its present value while that is in sight', () => {
    const curve = picture.curve({ hue: 'amp', style: 'simulation' });
    curve.set([0, 5], [1, 10]);
    picture.draw();
    expectClose(numbers(path('plot-present')), [width / 2, height / 2, 0]);
    curve.set([0, 5], [1, 1000]);
    picture.draw();
    expect(path('plot-present')).toBe('');
  });

  test('a band lies between its lows and its highs', () => {
    picture.band({ hue: 'amp' }).set([0, 10], [1, 1], [10, 100]);
    picture.draw();
    expectClose(numbers(path('plot-band')), [0, height / 2, width, 0, width, height, 0, height]);
  });

  test('a histogram stands on the lower edge, also in its empty bins', () => {
    picture.histogram({ hue: 'spectral' }).set([0, 5, 10], [10, 0]);
    picture.draw();
    const [half, foot] = [width / 2, height];
    const steps = [0, height / 2, half, height / 2, half, foot, width, foot];
    expectClose(numbers(path('plot-histogram')), [0, foot, ...steps, width, foot]);
  });

  test('points have bars of one standard error, down to the edge where a log axis ends', () => {
    picture.points({ hue: 'sgd' }).set([5, 10, 20], [10, 10, 10], 3, [90, 20, 1]);
    picture.draw();
    expectClose(numbers(path('plot-points')), [width / 2, height / 2, 0, width, height / 2, 0]);
    const bar = height / 2 - (height / 2) * Math.log10(3);
    // 10 - 90 and 10 - 20 have no logarithm.
    expectClose(numbers(path('plot-error')), [width / 2, height, width / 2, 0, width, height, width, bar]);
  });

  test('a stem stands on the lower edge and is hidden where there is no value', () => {
    const stem = picture.stem({ hue: 'signal' });
    stem.set(10, 10);
    picture.draw();
    expectClose(numbers(path('plot-stem')), [width, height, width, height / 2]);
    stem.set(Number.NaN, 10);
    picture.draw();
    expect(path('plot-stem')).toBe('');
    expect(path('plot-present')).toBe('');
  });

  test('the name of a vertical rule is centred above it', () => {
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(40);
    picture.rule({ x: 5, label: 'here' });
    picture.draw();
    const [left] = numbers(host.querySelector<HTMLElement>('.plot-end')?.style.transform ?? '');
    const middle = Number.parseFloat((host.querySelector('.plot-labels') as HTMLElement).style.width) / 2;
    vi.restoreAllMocks();
    expect(left).toBeCloseTo(middle - 20, 0);
  });

  test('words outside the plot area are hidden', () => {
    const text = picture.text({ x: 5, y: 10, label: 'hard' });
    picture.draw();
    const words = host.querySelector('.plot-text') as HTMLElement;
    expect(words.style.visibility).toBe('');
    text.set(5, 1000);
    picture.draw();
    expect(words.style.visibility).toBe('hidden');
  });

  test('a press or a drag gives a place in data units, inside the axes and under any scale of the slide', () => {
    const places: [number, number][] = [];
    const domain = [1, 100] as const;
    const pick = (x: number, y: number) => places.push([x, y]);
    chart(host, { x: { label: '', domain: [0, 10] }, y: { label: '', scale: 'log', domain }, pick }).draw();
    const area = host.querySelector('.plot-pick') as SVGElement;
    // The slide is drawn at 1.5 times its size, the plot area begins at (30, 60) on the screen.
    area.getBoundingClientRect = () => new DOMRect(30, 60, 1.5 * width, 1.5 * height);
    let isHeld = false;
    area.setPointerCapture = () => {
      isHeld = true;
    };
    area.hasPointerCapture = () => isHeld;
    const send = (type: string, x: number, y: number) =>
      area.dispatchEvent(
        new PointerEvent(type, { clientX: 30 + 1.5 * x, clientY: 60 + 1.5 * y, isPrimary: true, button: 0 }),
      );
    send('pointermove', 0, 0);
    expect(places).toEqual([]);
    send('pointerdown', width / 4, height / 2);
    send('pointermove', -50, height + 50);
    expect(places[0]?.[0]).toBeCloseTo(2.5, 10);
    expect(places[0]?.[1]).toBeCloseTo(10, 10);
    expect(places[1]?.[0]).toBeCloseTo(0, 10);
    expect(places[1]?.[1]).toBeCloseTo(1, 10);
  });

  test('row 0 of a field lies at the first value of its y', () => {
    const box = (y: readonly [number, number]) => {
      picture.field({ scheme: 'sequential', range: [0, 1], x: [0, 5], y }).set([0, 1], 2, 1);
      picture.draw();
      return [...host.querySelectorAll<HTMLElement>('.plot-field')].at(-1)?.style;
    };
    const upwards = box([1, 10]);
    expect(upwards?.transform).toBe('scale(1,-1)');
    expect(Number.parseFloat(upwards?.top ?? '')).toBeCloseTo(height / 2, 6);
    expect(Number.parseFloat(upwards?.width ?? '')).toBeCloseTo(width / 2, 6);
    expect(box([100, 1])?.transform).toBe('scale(1,1)');
  });

  test('a heat map refuses too few values', () => {
    const map = heatMap(host, { scheme: 'sequential', range: [0, 1] });
    expect(() => map.set([1, 2, 3], 2, 2)).toThrow('heatMap: got 3 values, expected 2 x 2 = 4');
  });
});
