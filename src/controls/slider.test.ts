// @vitest-environment happy-dom
/** A slider: number spec in, number out. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { NumberSpec } from '../kernel/manifest.ts';
import { createSlider, formatNumber, fractionOf, valueAt } from './slider.ts';

const spec = (min: number, max: number, more: Partial<NumberSpec> = {}): NumberSpec => ({
  symbol: 'r',
  meaning: 'signal-to-noise ratio',
  min,
  max,
  default: min,
  ...more,
});
/** Evenly spread, unlike the doubles of fast-check, most of which are tiny. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1e6 }).map((k) => min + ((max - min) * k) / 1e6);
const unit = between(0, 1);
const linearSpec = fc
  .tuple(between(-100, 100), between(-3, 4))
  .map(([min, exponent]) => spec(min, min + 10 ** exponent));
const logSpec = fc
  .tuple(between(-4, 2), between(0.05, 6))
  .map(([from, decades]) => spec(10 ** from, 10 ** (from + decades), { scale: 'log' }));
const integerSpec = fc
  .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 400 }))
  .map(([min, range]) => spec(min, min + range, { integer: true }));

describe('a value', () => {
  // Rounded to a thousandth of the range's power of ten, at most 1/1000 of the range, and half of that away at most.
  test('on a linear scale comes back within 1/2000 of the range', () => {
    fc.assert(
      fc.property(linearSpec, unit, (own, at) => {
        const value = own.min + at * (own.max - own.min);
        const back = valueAt(own, fractionOf(own, value));
        expect(back).toBeGreaterThanOrEqual(own.min);
        expect(back).toBeLessThanOrEqual(own.max);
        expect(Math.abs(back - value)).toBeLessThanOrEqual((own.max - own.min) / 1999);
      }),
      { seed: 30, numRuns: 500 },
    );
  });

  // Three significant digits are at worst 1 % apart, so that rounding moves a value by 0.5 % at most.
  test('on a logarithmic scale comes back within 0.5 %', () => {
    fc.assert(
      fc.property(logSpec, unit, (own, at) => {
        const value = Math.min(own.max, own.min * (own.max / own.min) ** at);
        const back = valueAt(own, fractionOf(own, value));
        expect(back).toBeGreaterThanOrEqual(own.min);
        expect(back).toBeLessThanOrEqual(own.max);
        expect(Math.abs(back / value - 1)).toBeLessThanOrEqual(0.005001);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  test('that is an integer comes back as it was', () => {
    fc.assert(
      fc.property(integerSpec, unit, (own, at) => {
        const value = Math.round(own.min + at * (own.max - own.min));
        expect(valueAt(own, fractionOf(own, value)) + 0).toBe(value + 0);
      }),
      { seed: 32, numRuns: 500 },
    );
  });

  test('is the end at the ends and beyond, where rounding would miss it', () => {
    const own = spec(0.12367, 7.77722);
    expect([-1, 0, 1, 2].map((fraction) => valueAt(own, fraction))).toEqual([0.12367, 0.12367, 7.77722, 7.77722]);
    expect([-9, 99].map((value) => fractionOf(own, value))).toEqual([0, 1]);
  });

  test('is half-way in the middle: the arithmetic one, or the geometric', () => {
    expect(valueAt(spec(0, 10), 0.5)).toBe(5);
    expect(valueAt(spec(0.01, 100, { scale: 'log' }), 0.5)).toBe(1);
    expect(valueAt(spec(8, 500, { integer: true }), 0.5)).toBe(254);
    expect(fractionOf(spec(0.01, 100, { scale: 'log' }), 10)).toBeCloseTo(0.75, 12);
  });

  test('has no digits that nobody chose', () => {
    const digits = Array.from({ length: 401 }, (_, k) => `${valueAt(spec(0, 0.7), k / 400)}`.length);
    expect(Math.max(...digits)).toBeLessThanOrEqual('0.1234'.length);
  });
});

test.each([
  [0, '0'],
  [-0, '0'],
  [2.34567, '2.346'],
  [0.5, '0.5'],
  [-1.5, '\u22121.5'],
  [1234.56, '1235'],
  [10000.4, '10000'],
  [123456.7, '123457'],
  [4294967295, '4294967295'],
  [-2e-7, '\u22122e\u22127'],
])('%d reads %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

describe('a slider', () => {
  const make = (own: NumberSpec, exact = false, marks: readonly number[] = []) => {
    const onInput = vi.fn();
    const slider = createSlider({ name: 'r', spec: own, label: '<b>r</b>', marks, exact, onInput });
    const [range, field] = slider.element.querySelectorAll('input');
    if (!range) throw new Error('expected a range input');
    const slide = (position: number) => {
      range.value = `${position}`;
      range.dispatchEvent(new Event('input'));
    };
    const type = (text: string) => {
      if (!field) throw new Error('expected a field');
      field.value = text;
      field.dispatchEvent(new Event('change'));
    };
    const text = () => slider.element.querySelector('.value')?.textContent;
    return { ...slider, onInput, range, field, slide, type, text };
  };

  test('says the value of its position', () => {
    const { slide, onInput } = make(spec(0, 40));
    for (const position of [0, 1, 100, 400]) slide(position);
    expect(onInput.mock.calls).toEqual([[0], [0.1], [10], [40]]);
  });

  test('has a position for each integer', () => {
    const { range, slide, onInput } = make(spec(3, 8, { integer: true }));
    expect([range.min, range.max]).toEqual(['0', '5']);
    for (let position = 0; position <= 5; ++position) slide(position);
    expect(onInput.mock.calls.flat()).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test('goes from integer to integer with the arrow keys, also where a log scale has many positions for one', () => {
    const { range, show, onInput } = make(spec(1, 1000, { integer: true, scale: 'log' }));
    const press = (key: string) => {
      const event = new KeyboardEvent('keydown', { key, cancelable: true });
      range.dispatchEvent(event);
      return event.defaultPrevented;
    };
    show(4);
    expect(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'Tab'].map(press)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(onInput.mock.calls.flat()).toEqual([5, 5, 3, 3]);
    show(1);
    expect(press('ArrowLeft')).toBe(true);
    expect(onInput).toHaveBeenLastCalledWith(1);
    show(500);
    expect(press('ArrowRight')).toBe(false);
  });

  test('shows a value without announcing it', () => {
    const { show, range, text, onInput } = make(spec(-10, 10));
    show(-5);
    expect(range.value).toBe('100');
    expect(range.getAttribute('aria-valuetext')).toBe('\u22125');
    expect(text()).toBe('\u22125');
    expect(onInput).not.toHaveBeenCalled();
  });

  test('is a native slider with its symbol, its classes and its meaning on hover', () => {
    const { element, range } = make(spec(0, 1));
    expect([range.type, range.min, range.max]).toEqual(['range', '0', '400']);
    expect(element.querySelector('.symbol')?.innerHTML).toBe('<b>r</b>');
    expect([element.className, element.title]).toEqual(['control slider', 'signal-to-noise ratio']);
    expect(range.parentElement?.className).toBe('track');
  });

  test('has a name, a meaning and a value for those who do not see it, and says the value once', () => {
    const { element, range } = make(spec(0, 1));
    expect(range.getAttribute('aria-label')).toBe('r: signal-to-noise ratio');
    expect(element.querySelector('.symbol')?.getAttribute('aria-hidden')).toBe('true');
    expect(element.querySelector('.value')?.getAttribute('aria-hidden')).toBe('true');
    expect(element.querySelector('output, [aria-live], [role=status]')).toBeNull();
  });

  test('keeps a swipe to itself', () => {
    expect(make(spec(0, 1)).element.hasAttribute('data-prevent-swipe')).toBe(true);
  });

  test('marks thresholds where their values are', () => {
    const { element } = make(spec(0.01, 100, { scale: 'log' }), false, [1, 100]);
    const ticks = [...element.querySelectorAll<HTMLElement>('i')];
    expect(ticks.map((tick) => Number(tick.style.getPropertyValue('--at')))).toEqual([0.5, 1]);
  });

  describe('with a field', () => {
    test('has a native number input of any precision', () => {
      const { field } = make(spec(-10, 10), true);
      expect([field?.type, field?.step, field?.min, field?.max]).toEqual(['number', 'any', '-10', '10']);
      expect(field?.className).toBe('value');
    });

    test('shows all digits in it, also of a negative number', () => {
      const { show, field } = make(spec(-10, 10), true);
      show(-1.23456789);
      expect(field?.value).toBe('-1.23456789');
      expect(field?.getAttribute('aria-label')).toBe('r, typed');
    });

    test('takes what is typed, within the range', () => {
      const { type, field, onInput } = make(spec(-10, 10), true);
      for (const text of ['2.123456', '99', '-99']) type(text);
      expect(onInput.mock.calls.flat()).toEqual([2.123456, 10, -10]);
      expect(field?.value).toBe('-10');
    });

    test('rounds to an integer where it must be one', () => {
      const { type, field, onInput } = make(spec(1, 10, { integer: true }), true);
      type('3.6');
      expect(onInput.mock.calls.flat()).toEqual([4]);
      expect(field?.value).toBe('4');
    });

    test('puts back what was there for what is no number', () => {
      const { type, show, field } = make(spec(-10, 10), true);
      show(7);
      type('');
      expect(field?.value).toBe('7');
    });
  });
});
