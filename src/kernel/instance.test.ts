/** One instance against a module of a few lines, compiled here, whose memory ends after two pages of 64 KiB. */
import asc from 'assemblyscript/asc';
import { beforeAll, describe, expect, test } from 'vitest';
import { allocateField, instantiate } from './instance.ts';
import type { KernelManifest } from './manifest.ts';

const source = `
  const setup = new StaticArray<f64>(2);
  const params = new StaticArray<f64>(2);
  const observables = new StaticArray<f64>(2);
  let grid: StaticArray<f64> = new StaticArray<f64>(0);
  const marks = new StaticArray<u8>(3);
  export function setupPtr(): usize { return changetype<usize>(setup); }
  export function paramsPtr(): usize { return changetype<usize>(params); }
  export function observablesPtr(): usize { return changetype<usize>(observables); }
  export function fieldPtr(k: i32): usize { return k == 0 ? changetype<usize>(grid) : changetype<usize>(marks); }
  export function init(seed: u32): void {
    assert(setup[0] != 7, "seven sites");
    if (setup[0] == 8) load<u8>(0x7fffffff);
    grid = new StaticArray<f64>(2 * <i32>setup[0]);
    grid[1] = <f64>seed;
    marks[2] = 200;
    observables[0] = setup[1];
  }
  export function step(): void {
    assert(params[0] != 6);
    assert(params[0] != 7, "drive of seven");
    if (params[0] == 8) unreachable();
    observables[0] += params[0] * params[1];
    observables[1] += 1;
    if (params[0] == 9) observables[1] = NaN;
    grid[0] = observables[0];
  }
`;

const manifest = {
  id: 'toy',
  title: 'Toy',
  setup: {
    n: { symbol: 'n', meaning: 'sites', min: 1, max: 1e9, default: 2, integer: true },
    x0: { symbol: 'x_0', meaning: 'start', min: 0, max: 9, default: 4 },
  },
  params: {
    drive: { symbol: 'd', meaning: 'drive', min: 0, max: 9, default: 3 },
    gain: { symbol: 'g', meaning: 'gain', min: 0, max: 9, default: 10 },
  },
  observables: { x: { symbol: 'x', meaning: 'place' }, t: { symbol: 't', meaning: 'time' } },
  fields: {
    grid: { symbol: 'G', meaning: 'grid', type: 'f64', shape: [2, 'n'] },
    marks: { symbol: 'k', meaning: 'marks', type: 'u8', shape: [3] },
  },
  references: [],
} as const satisfies KernelManifest;

let module: WebAssembly.Module;

beforeAll(async () => {
  const { binary, error } = await asc.compileString(source, { runtime: 'stub', maximumMemory: 2, optimizeLevel: 1 });
  if (!binary) throw error;
  module = new WebAssembly.Module(new Uint8Array(binary));
});

describe('an instance', () => {
  test('begins with the manifest’s defaults where nothing else is said', () => {
    const kernel = instantiate(module, manifest, { seed: 5 });
    expect([...kernel.params]).toEqual([3, 10]);
    expect([...kernel.observables]).toEqual([4, 0]);
    expect([...kernel.field('grid')]).toEqual([0, 5, 0, 0]);
    expect(kernel.steps).toBe(0);
    expect(kernel.bytes).toBe(65536);
  });

  test('takes setup and parameters by name, and a seed of 32 bits', () => {
    const kernel = instantiate(module, manifest, { seed: 2 ** 32 - 1, setup: { x0: 1, n: 3 }, params: { gain: 2 } });
    expect([...kernel.params]).toEqual([3, 2]);
    expect(kernel.observables[0]).toBe(1);
    expect(kernel.field('grid')).toHaveLength(6);
    expect(kernel.field('grid')[1]).toBe(2 ** 32 - 1);
  });

  test('is seen live: parameters in, observables and fields out', () => {
    const kernel = instantiate(module, manifest, { seed: 5 });
    const grid = kernel.field('grid');
    kernel.step();
    kernel.params[0] = 1;
    kernel.step();
    expect([...kernel.observables]).toEqual([44, 2]);
    expect(grid[0]).toBe(44);
    expect(kernel.steps).toBe(2);
  });

  test('has fields of the manifest’s types', () => {
    const kernel = instantiate(module, manifest, { seed: 5 });
    expect(kernel.field('marks')).toEqual(Uint8Array.of(0, 0, 200));
    expect(allocateField(manifest, 'marks', {})).toEqual(new Uint8Array(3));
    expect(allocateField(manifest, 'grid', { n: 4 })).toEqual(new Float64Array(8));
  });

  test('has no other fields', () => {
    const kernel = instantiate(module, manifest, { seed: 5 });
    expect(() => kernel.field('grit')).toThrow('toy: no field "grit", expected one of: grid, marks');
  });
});

describe('an instance that fails', () => {
  test.each([
    [{ n: 1e6 }, /^toy: cannot start with n=1000000 x0=4: out of memory \(unreachable\)$/],
    [
      { n: 1e9 },
      /^toy: cannot start with n=1000000000 x0=4: out of memory \(Invalid length \(line \d+, column \d+\)\)$/,
    ],
    [{ n: 8 }, /^toy: cannot start with n=8 x0=4: memory access out of bounds$/],
    [{ n: 7 }, /^toy: cannot start with n=7 x0=4: seven sites \(line \d+, column \d+\)$/],
  ])('to start with %j says so', (setup, message) => {
    expect(() => instantiate(module, manifest, { seed: 5, setup })).toThrow(message);
  });

  test('to be made says with which setup', () => {
    const foreign = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    expect(() => instantiate(foreign, manifest, { seed: 5 })).toThrow(/^toy: cannot start with n=2 x0=4: /);
  });

  test.each([
    [6, /^toy: step 3 failed with drive=6 gain=10: aborted \(line \d+, column \d+\)$/],
    [7, /^toy: step 3 failed with drive=7 gain=10: drive of seven \(line \d+, column \d+\)$/],
    [8, /^toy: step 3 failed with drive=8 gain=10: unreachable$/],
    [9, /^toy: t is NaN at step 3 with drive=9 gain=10$/],
  ])('in a step with drive %d names the step and the parameters', (drive, message) => {
    const kernel = instantiate(module, manifest, { seed: 5 });
    kernel.step();
    kernel.step();
    kernel.params[0] = drive;
    expect(() => kernel.step()).toThrow(message);
    expect(kernel.steps).toBe(2);
  });

  test('is not what a gap is, if the manifest allows one; infinity is none', () => {
    const observables = { ...manifest.observables, t: { ...manifest.observables.t, gaps: true as const } };
    const kernel = instantiate(module, { ...manifest, observables }, { seed: 5 });
    kernel.step();
    kernel.params[0] = 9;
    kernel.step();
    expect(kernel.steps).toBe(2);
    expect(kernel.observables[1]).toBeNaN();
    const start = { seed: 5, setup: { x0: Number.POSITIVE_INFINITY } };
    const gappy = { ...observables, x: { ...manifest.observables.x, gaps: true as const } };
    expect(() => instantiate(module, { ...manifest, observables: gappy }, start)).toThrow('x is Infinity at step 0');
  });

  test('by a start that is not finite names step 0', () => {
    const start = { seed: 5, setup: { x0: Number.POSITIVE_INFINITY } };
    expect(() => instantiate(module, manifest, start)).toThrow('toy: x is Infinity at step 0 with drive=3 gain=10');
  });
});
