// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chart } from './chart.ts';
import { sphere } from './sphere/sphere.ts';

/** Words of 8 px a letter and lines of 24 px: happy-dom has no layout of its own. */
beforeEach(() => {
  const textOf = (element: HTMLElement) => (element.querySelector('.plot-word') ?? element).textContent ?? '';
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return 8 * textOf(this).length;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return textOf(this) ? 24 : 0;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

function hostOf(width: number, height: number): HTMLElement {
  const host = document.createElement('div');
  Object.defineProperties(host, { clientWidth: { value: width, writable: true }, clientHeight: { value: height } });
  document.body.append(host);
  return host;
}

const axes = { x: { label: 't', domain: [0, 10] }, y: { label: 'm', domain: [0, 1] } } as const;
const pathOf = (host: HTMLElement, name: string) => host.querySelector(`.${name}`)?.getAttribute('d');

/** Box of a positioned label in px of the host. */
function boxOf(label: HTMLElement): { left: number; right: number; top: number; bottom: number } {
  const origin = label.parentElement as HTMLElement;
  const [x = 0, y = 0] = (label.style.transform.match(/-?[\d.]+/g) ?? []).map(Number);
  const left = Number.parseFloat(origin.style.left) + x;
  const top = Number.parseFloat(origin.style.top) + y;
  return { left, top, right: left + label.offsetWidth, bottom: top + label.offsetHeight };
}

describe('a chart', () => {
  test('draws nothing while its host has no size, and everything once it has one', () => {
    const host = hostOf(0, 300);
    const picture = chart(host, axes);
    picture.curve({ hue: 'amp', style: 'simulation' }).set([0, 10], [0, 1]);
    picture.draw();
    expect(pathOf(host, 'plot-simulation')).toBeNull();
    (host as { clientWidth: number }).clientWidth = 500;
    picture.draw();
    expect(pathOf(host, 'plot-simulation')).toMatch(/^M0,/);
  });

  test('paints only what was set since it was drawn', () => {
    const host = hostOf(500, 300);
    const picture = chart(host, axes);
    const still = [0, 1];
    picture.curve({ hue: 'amp', style: 'theory' }).set([0, 10], still);
    const moving = picture.curve({ hue: 'amp', style: 'simulation' });
    moving.set([0, 10], [0, 1]);
    picture.draw();
    const before = pathOf(host, 'plot-theory');
    still[1] = 0.5;
    moving.set([0, 10], [0, 0.5]);
    picture.draw();
    expect(pathOf(host, 'plot-theory')).toBe(before);
    expect(pathOf(host, 'plot-simulation')).not.toBe(before);
  });

  test('grows a domain with the data where asked to, and tells the other marks', () => {
    const host = hostOf(500, 300);
    const picture = chart(host, { ...axes, x: { ...axes.x, grow: true } });
    picture.curve({ hue: 'amp', style: 'theory' }).set([0, 10], [0, 1]);
    const run = picture.curve({ hue: 'amp', style: 'simulation' });
    picture.draw();
    const before = pathOf(host, 'plot-theory');
    run.set([0, 15], [0, 7]);
    picture.draw();
    expect(pathOf(host, 'plot-theory')).not.toBe(before);
    const ticks = [...host.querySelectorAll('.plot-tick')].map((tick) => tick.textContent);
    expect(ticks).toContain('15');
    expect(ticks).not.toContain('7');
  });

  test('has the same axes for the same data, however they came', () => {
    const ticksAfter = (...values: number[][]) => {
      const host = hostOf(500, 300);
      const picture = chart(host, { ...axes, y: { ...axes.y, domain: [0, 20], grow: true } });
      const run = picture.curve({ hue: 'amp', style: 'simulation' });
      for (const ys of values) {
        run.set([0, 1, 2], ys);
        picture.draw();
      }
      return [...host.querySelectorAll('.plot-tick')].flatMap(({ textContent }) => textContent || []);
    };
    expect(ticksAfter([0, 0, 0], [0, 24, 24], [0, 24, -17.5])).toEqual(ticksAfter([0, 24, -17.5]));
  });

  test('goes back to where a growing axis began when a run begins again', () => {
    const host = hostOf(500, 300);
    const picture = chart(host, { ...axes, x: { ...axes.x, grow: true } });
    const run = picture.curve({ hue: 'amp', style: 'simulation' });
    const words = () => [...host.querySelectorAll('.plot-tick')].map((tick) => tick.textContent);
    run.set([0, 15], [0, 1]);
    picture.draw();
    run.set([0, 0.5], [0, 1]);
    picture.draw();
    expect(words()).not.toContain('15');
    run.set([0, 15], [0, 1]);
    picture.draw();
    expect(words()).toContain('15');
  });

  test('puts no two names of curves on each other and cuts none off', () => {
    const host = hostOf(420, 300);
    const picture = chart(host, axes);
    for (const [i, name] of ['AMP', 'Langevin dynamics', 'a name far too long for the margin', 'x'].entries()) {
      picture.curve({ hue: 'amp', style: 'simulation', label: name }).set([0, 10 - i], [0, 0.9 + 0.01 * i]);
    }
    picture.rule({ y: 0.93, label: 'threshold' });
    picture.draw();
    const boxes = [...host.querySelectorAll<HTMLElement>('.plot-end')].map(boxOf);
    expect(boxes).toHaveLength(5);
    for (const [i, a] of boxes.entries()) {
      expect(a.right).toBeLessThanOrEqual(420);
      expect(a.top).toBeGreaterThanOrEqual(0);
      for (const b of boxes.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 0.11 || b.bottom <= a.top + 0.11;
        expect(apart).toBe(true);
      }
    }
  });

  test('keeps all tick labels inside and apart on a phone', () => {
    const host = hostOf(350, 260);
    const picture = chart(host, { ...axes, x: { label: 't', scale: 'log', domain: [1e-3, 1e6] } });
    picture.draw();
    const boxes = [...host.querySelectorAll<HTMLElement>('.plot-tick')].filter((tick) => tick.textContent).map(boxOf);
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(350);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(260);
    }
    const row = boxes.filter(({ top }) => top === Math.max(...boxes.map((box) => box.top)));
    expect(row.length).toBeGreaterThanOrEqual(2);
    row.sort((a, b) => a.left - b.left);
    for (const [i, box] of row.slice(1).entries()) expect(box.left).toBeGreaterThan((row[i] as typeof box).right);
  });

  test('has its tick labels outside of the plot area, and fewer of them when they are long', () => {
    const host = hostOf(500, 300);
    const picture = chart(host, { y: axes.y, x: { ...axes.x, tickLabel: (v) => `${v} million steps` } });
    picture.draw();
    const plotArea = host.querySelector('.plot-labels') as HTMLElement;
    const [left, top] = [plotArea.style.left, plotArea.style.top].map(Number.parseFloat) as [number, number];
    const foot = top + Number.parseFloat(plotArea.style.height);
    const labels = [...host.querySelectorAll<HTMLElement>('.plot-tick')].filter((tick) => tick.textContent);
    const columns = labels.map(boxOf).filter((box) => box.top < foot);
    expect(columns.length).toBeGreaterThanOrEqual(2);
    for (const box of columns) expect(box.right).toBeLessThan(left);
    // 128 px each, so at most three of them fit into 500 px.
    const row = labels.map(boxOf).filter((box) => box.top >= foot);
    expect(row.length).toBeGreaterThanOrEqual(2);
    expect(row.length).toBeLessThanOrEqual(3);
    expect(Math.min(...row.map((box) => box.left))).toBeGreaterThanOrEqual(0);
  });

  test('breaks off with the axis in the message when a domain is impossible', () => {
    const picture = chart(hostOf(500, 300), axes);
    expect(() => picture.setDomain('y', [1, Number.NaN])).toThrow('domain of the y axis is [1, NaN]');
  });

  test('hides rules and names outside its domain', () => {
    const host = hostOf(500, 300);
    const picture = chart(host, axes);
    const rule = picture.rule({ x: 4, label: 'here' });
    picture.draw();
    expect(pathOf(host, 'plot-rule')).toMatch(/^M/);
    rule.set(12);
    picture.draw();
    expect(pathOf(host, 'plot-rule')).toBe('');
    expect(host.querySelector<HTMLElement>('.plot-end')?.style.visibility).toBe('hidden');
  });

  test('refuses a histogram whose edges do not fit its heights', () => {
    const bars = chart(hostOf(500, 300), axes).histogram({ hue: 'spectral' });
    expect(() => bars.set([0, 1], [1, 2])).toThrow('got 2 edges for 2 heights, expected 3');
  });

  test('leaves its host as it found it', () => {
    const host = hostOf(500, 300);
    const picture = chart(host, axes);
    picture.draw();
    picture.destroy();
    expect(host.childNodes).toHaveLength(0);
  });
});

test('a sphere fades the history of a trail and marks its present point', () => {
  const host = hostOf(500, 400);
  const globe = sphere(host, { pole: 'x' });
  const trail = globe.trail({ hue: 'gradient-flow', label: 'gradient flow' });
  trail.set([1, 0, 0, 0.6, -0.8, 0, 0, -1, 0, 0, -0.6, 0.8, 0, 0, 1, 0, 0, 1], 6);
  globe.draw();
  const ages = [...host.querySelectorAll<SVGElement>('.sphere-trail:not(.sphere-behind)')];
  expect(ages.map((piece) => piece.style.getPropertyValue('--age'))).toEqual(['1', '0.75', '0.5', '0.25', '0']);
  const [north, present] = [...host.querySelectorAll('.plot-present:not(.sphere-behind)')].map((e) =>
    e.getAttribute('d'),
  );
  expect(present).toBe(north);
  expect(present).toMatch(/^M/);
});

test('a name near the pole of a sphere stands beside it and not on it', () => {
  const host = hostOf(500, 400);
  const globe = sphere(host, { pole: 'x' });
  const point = globe.point({ hue: 'amp', label: 'AMP' });
  const box = (a: number) => {
    point.set([a, 0, Math.sqrt(1 - a * a)]);
    globe.draw();
    return boxOf(host.querySelectorAll<HTMLElement>('.plot-end')[1] as HTMLElement);
  };
  // The pole is at 250 px, in the middle of the host.
  expect(box(-0.2).right).toBeLessThan(250);
  expect(box(-0.05).right).toBeLessThan(250);
  expect(box(0.05).left).toBeGreaterThan(250);
  // Only a larger step takes the name to the other side.
  expect(box(-0.05).right).toBeGreaterThan(250);
});
