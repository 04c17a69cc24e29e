// @vitest-environment happy-dom
/** The figures that are alive on the page. */
import { expect, test, vi } from 'vitest';
import { figureFor } from './figures.ts';
import { fresh, kernels, ports, settle, usePage } from './fixtures/page.ts';
import { walkDemo } from './fixtures/rehearsal.ts';

vi.mock('../kernel/registry.ts', async () => (await import('./fixtures/page.ts')).kernels);
vi.mock('#session-worker', async () => (await import('./fixtures/page.ts')).sessionWorker);

usePage();

test('a key has one figure, with the numbers that it was made with', () => {
  const key = fresh();
  const figure = figureFor(key, walkDemo, { drive: 2 });
  expect(figureFor(key, walkDemo, { drive: 3 })).toBe(figure);
  expect(figure.store.get('drive')).toBe(2);
  expect(figureFor(fresh(), walkDemo, { drive: 3 })).not.toBe(figure);
});

test('without a key each call makes a figure, which nobody keeps', async () => {
  const figure = figureFor(undefined, walkDemo, {});
  expect(figureFor(undefined, walkDemo, {})).not.toBe(figure);
  const kept = figureFor(fresh(), walkDemo, {});
  const reload = [figure, kept].map((one) => vi.spyOn(one, 'reload'));
  kernels.update('walk');
  expect(reload.map(({ mock }) => mock.calls)).toEqual([[], [['walk']]]);
});

test('a figure computes in workers of the page, one for each run', async () => {
  const runs = { one: { kernel: 'walk' }, two: { kernel: 'walk' } };
  const figure = figureFor(fresh(), { ...walkDemo, runs }, {});
  figure.frame(16);
  await settle();
  figure.frame(16);
  expect(ports).toHaveLength(2);
});
