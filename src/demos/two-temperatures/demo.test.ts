/** The claim at the figure's own numbers: the slopes that it reads are a bath's and a warmer one. */
import { describe, expect, test } from 'vitest';
import { loadKernel } from '../../build/catalogue.ts';
import { initialNumbers, valuesOf } from '../../demo/definition.ts';
import { instantiate } from '../../kernel/instance.ts';
import { rehearse } from '../fixtures/last-row.ts';
import demo from './demo.ts';

const { kernel: id, stepsPerTick } = demo.runs.ageing;
const { manifest, module } = await loadKernel(id);
const { params, lastRow } = await rehearse(demo, loadKernel);

/** Minus dC/dχ at the last tick for t_w = 16: from the first lag to the second, and from t_w to 2 t_w, with its C there. */
function temperatures(temperature: number) {
  const all = initialNumbers(params, { temperature });
  const run = instantiate(module, manifest, {
    seed: 1,
    setup: valuesOf(demo.runs.ageing, manifest.setup, all),
    params: valuesOf(demo.runs.ageing, manifest.params, all),
  });
  while (run.steps < demo.ticks * stepsPerTick) run.step();
  const at = (name: string, l: number) => run.field(name)[4 * 64 + l] as number;
  const slope = (from: number, to: number) =>
    (at('correlation', from) - at('correlation', to)) / (at('response', to) - at('response', from));
  const lags = [...run.field('lags')];
  const [once, twice] = [16, 32].map((t) => lags.findLastIndex((lag) => lag <= t)) as [number, number];
  return { fast: slope(0, 1), slow: slope(once, twice), from: at('correlation', once) };
}

test('one slider moves the dynamics and what is known of its end', () => {
  expect([...params.keys()]).toEqual(['temperature']);
});

describe.each([0, 0.2, 0.5])('a glass at T = %d', (T) => {
  const { fast, slow, from } = temperatures(T);
  const { plateau = 0, effectiveTemperature = 0 } = lastRow('asymptote', { temperature: T });

  // steps of h warm what is fast by the part μh/2, with μ from 3 to 3.5
  test('has the temperature of the bath where it is fast', () => {
    expect(Math.abs(fast - T)).toBeLessThan(0.08 * T + 0.001);
  });

  // at this age it is short of its end by up to a tenth
  test('has a higher one where it is slow', () => {
    expect(from).toBeLessThan(plateau);
    expect(Math.abs(slow / effectiveTemperature - 1)).toBeLessThan(0.12);
    expect(slow).toBeGreaterThan(1.5 * T);
  });
});

test('a liquid has one', () => {
  const { fast, slow } = temperatures(0.8);
  // steps warm what is fast by 0.016, and what is slow is 0.025 short of its end
  expect(Math.abs(slow - fast)).toBeLessThan(0.05);
  expect(lastRow('asymptote', { temperature: 0.8 }).plateau).toBeNaN();
});
