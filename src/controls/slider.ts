/** A slider with its symbol, its value and a tick at each threshold: number spec in, number out. */
import type { NumberSpec } from '../kernel/manifest.ts';

export interface Slider {
  readonly element: HTMLElement;
  /** Shows a value without announcing it. */
  show(value: number): void;
}

export interface SliderOptions {
  readonly name: string;
  readonly spec: NumberSpec;
  /** The symbol as HTML. */
  readonly label: string;
  /** Values marked on the track. */
  readonly marks: readonly number[];
  /** Adds a field to type the value into. */
  readonly exact: boolean;
  onInput(value: number): void;
}

/** Positions of the native range input. Its arrow keys move by one, so this is also the slider's resolution. */
const positions = 400;
/** The keys that move by one, and where to. */
const ways: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

export function createSlider({ name, spec, label, marks, exact, onInput }: SliderOptions): Slider {
  const steps = resolution(spec);
  const element = document.createElement('div');
  element.className = 'control slider';
  element.title = spec.meaning;
  element.dataset.preventSwipe = '';
  const symbol = document.createElement('span');
  symbol.className = 'symbol';
  symbol.innerHTML = label;
  symbol.setAttribute('aria-hidden', 'true');
  const range = document.createElement('input');
  range.type = 'range';
  range.min = '0';
  range.max = `${steps}`;
  range.setAttribute('aria-label', `${name}: ${spec.meaning}`);
  const track = document.createElement('span');
  track.className = 'track';
  for (const mark of marks) {
    const tick = document.createElement('i');
    tick.style.setProperty('--at', `${fractionOf(spec, mark)}`);
    track.append(tick);
  }
  track.append(range);
  range.addEventListener('input', () => onInput(valueAt(spec, Number(range.value) / steps)));
  let shown = spec.default;
  // On a log scale small integers are farther apart than positions: a key would not get away from them.
  range.addEventListener('keydown', (event) => {
    const way = ways[event.key];
    if (!way || !spec.integer || valueAt(spec, (Number(range.value) + way) / steps) !== shown) return;
    event.preventDefault();
    onInput(clamp(spec, shown + way));
  });
  const value = exact ? createField(name, spec, onInput) : createReading();
  element.append(symbol, track, value.element);
  return {
    element,
    show(next) {
      shown = next;
      range.value = `${Math.round(fractionOf(spec, next) * steps)}`;
      range.setAttribute('aria-valuetext', formatNumber(next));
      value.show(next);
    },
  };
}

/** The value beside the track; the range input says it to a screen reader. */
function createReading(): Slider {
  const element = document.createElement('span');
  element.className = 'value';
  element.setAttribute('aria-hidden', 'true');
  return {
    element,
    show(value) {
      element.textContent = formatNumber(value);
    },
  };
}

/** The value to all its digits, to be typed over. What is no number, or out of range, is put right. */
function createField(name: string, spec: NumberSpec, onInput: (value: number) => void): Slider {
  const element = document.createElement('input');
  element.className = 'value';
  element.type = 'number';
  element.step = 'any';
  element.min = `${spec.min}`;
  element.max = `${spec.max}`;
  element.setAttribute('aria-label', `${name}, typed`);
  let shown = spec.default;
  const show = (value: number) => {
    shown = value;
    element.value = `${value}`;
  };
  element.addEventListener('change', () => {
    const typed = Number.parseFloat(element.value);
    show(Number.isFinite(typed) ? clamp(spec, typed) : shown);
    onInput(shown);
  });
  return { element, show };
}

function resolution(spec: NumberSpec): number {
  return spec.integer ? Math.min(positions, spec.max - spec.min) : positions;
}

function clamp(spec: NumberSpec, value: number): number {
  const bounded = Math.min(spec.max, Math.max(spec.min, value));
  return spec.integer ? Math.round(bounded) : bounded;
}

/** Where `value` stands between the spec's ends, 0 to 1, on the spec's scale. */
export function fractionOf({ min, max, scale }: NumberSpec, value: number): number {
  const fraction = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.min(1, Math.max(0, fraction));
}

/** The value at `fraction` of the way, rounded to so many significant digits of the way between the ends. */
export function valueAt(spec: NumberSpec, fraction: number, digits = 3): number {
  const { min, max, scale } = spec;
  if (fraction <= 0) return min;
  if (fraction >= 1) return max;
  const raw = scale === 'log' ? min * (max / min) ** fraction : min + (max - min) * fraction;
  const digit =
    10 ** (scale === 'log' ? Math.floor(Math.log10(raw)) - digits + 1 : Math.floor(Math.log10(max - min)) - digits);
  return clamp(spec, Number((Math.round(raw / digit) * digit).toPrecision(12)));
}

/** Four significant digits, or all before the point, without trailing zeros; a true minus sign. */
export function formatNumber(value: number): string {
  const rounded = Math.abs(value) >= 1e4 ? Math.round(value) : Number(value.toPrecision(4));
  return `${rounded}`.replaceAll('-', '\u2212');
}
