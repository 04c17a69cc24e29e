/**
 * One axis of a chart: ticks, their labels and its name. The labels are HTML, for powers and formulas as TeX sets them;
 * d3-axis writes plain SVG text.
 */
import { htmlElement, moveTo, setAttribute, svgElement } from './elements.ts';
import type { Frame } from './mark.ts';
import { point } from './path.ts';
import { isLog, type Scale } from './scale.ts';
import { linearTicks, logTicks, plainLabels, type Ticks } from './ticks.ts';

export interface AxisSpec {
  /** HTML of its name. */
  label: string;
  /** `linear` where silent. */
  scale?: 'linear' | 'log';
  /** First and last value; may run backwards. */
  domain: readonly [number, number];
  /** The domain extends, to round values, to hold the data. */
  grow?: boolean;
  /** The values with ticks, or about how many; by the size of the chart where silent. */
  ticks?: number | readonly number[];
  /** HTML of the label of a tick. */
  tickLabel?: (value: number) => string;
}

export interface Axis {
  readonly name: HTMLElement;
  /** The widest and the highest tick label, px. */
  width: number;
  height: number;
  /** Chooses ticks for an axis of `length` px and reads the sizes of their labels. */
  measure(length: number): void;
  /** Chooses fewer ticks, if any: whether the labels of this horizontal axis came too near to each other. */
  paint(frame: Frame): void;
}

const tickLength = 6;
const tickGap = 4;
/** From the axis to the far side of a tick label's near edge, px. */
export const labelDistance = tickLength + tickGap;
/** A tick label needs about this much of the axis, px. */
const room = { x: 64, y: 52 };
/** Not more ticks than this, except on a log axis. */
const enough = 7;
/** The least gap between two labels of a horizontal axis, px. */
const leastGap = 14;

export function createAxis(side: 'x' | 'y', spec: AxisSpec, scale: Scale, svg: SVGElement, labels: HTMLElement): Axis {
  const line = svgElement(svg, 'path', 'plot-axis');
  const minorLine = svgElement(svg, 'path', 'plot-minor');
  const name = htmlElement(labels, 'div', `plot-label plot-name plot-name-${side}`, spec.label);
  const pool: HTMLElement[] = [];
  let ticks: Ticks = { major: [], minor: [], labels: [] };

  const write = (chosen: Ticks) => {
    ticks = chosen;
    while (pool.length < ticks.major.length) pool.push(htmlElement(labels, 'div', 'plot-label plot-tick'));
    pool.forEach((element, i) => {
      const html = ticks.labels[i] ?? '';
      if (element.innerHTML !== html) element.innerHTML = html;
    });
    axis.width = Math.max(0, ...pool.map((element) => element.offsetWidth));
    axis.height = Math.max(0, ...pool.map((element) => element.offsetHeight));
  };

  const axis: Axis = {
    name,
    width: 0,
    height: 0,
    measure(length) {
      const most = Math.max(2, Math.floor(length / room[side]) + 1);
      write(chooseTicks(spec, scale, most));
      if (side === 'y') return;
      for (let count = ticks.major.length - 1; count >= 2 && crowded(length); count--) {
        write(chooseTicks(spec, scale, count));
      }
    },
    paint(frame) {
      const tick = (value: number, length: number) =>
        side === 'x' ? `M${point(scale(value), frame.height)}v${length}` : `M${point(0, scale(value))}h${-length}`;
      const base = side === 'x' ? `M${point(0, frame.height)}h${frame.width}` : `M${point(0, 0)}v${frame.height}`;
      setAttribute(line, 'd', base + ticks.major.map((value) => tick(value, tickLength)).join(''));
      setAttribute(minorLine, 'd', ticks.minor.map((value) => tick(value, tickLength / 2 + 1)).join(''));
      ticks.major.forEach((value, i) => {
        const { offsetWidth, offsetHeight } = pool[i] as HTMLElement;
        if (side === 'x')
          moveTo(pool[i] as HTMLElement, scale(value) - offsetWidth / 2, frame.height + labelDistance - 2);
        else moveTo(pool[i] as HTMLElement, -labelDistance - offsetWidth, scale(value) - offsetHeight / 2);
      });
    },
  };

  /** Whether two neighbouring labels would come too near to each other on `length` px. */
  function crowded(length: number): boolean {
    const along = scale.copy().range([0, length]);
    for (let i = 1; i < ticks.major.length; i++) {
      const [from, to] = [ticks.major[i - 1] as number, ticks.major[i] as number];
      const apart = Math.abs(along(to) - along(from));
      const widths = ((pool[i - 1] as HTMLElement).offsetWidth + (pool[i] as HTMLElement).offsetWidth) / 2;
      if (apart < widths + leastGap) return true;
    }
    return false;
  }
  return axis;
}

function chooseTicks({ ticks, tickLabel }: AxisSpec, scale: Scale, most: number): Ticks {
  const low = Math.min(...scale.domain());
  const high = Math.max(...scale.domain());
  const log = isLog(scale);
  const count = Math.min(most, typeof ticks === 'number' ? ticks : log ? most : enough);
  let chosen: Ticks;
  if (typeof ticks === 'object') {
    const inside = ticks.filter((value) => value >= low && value <= high);
    const stride = Math.ceil(inside.length / most);
    const major = inside.filter((_, i) => i % stride === 0);
    chosen = { major, minor: [], labels: plainLabels(major) };
  } else chosen = log ? logTicks(low, high, count) : linearTicks(low, high, count);
  return tickLabel ? { ...chosen, labels: chosen.major.map(tickLabel) } : chosen;
}
