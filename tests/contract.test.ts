/** What every kernel promises, whatever it computes. A new folder under assembly/kernels is held to it unasked. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import katex from 'katex';
import { beforeAll, describe, expect, test } from 'vitest';
import { kernelIds, loadKernel, manifestOf } from '../src/build/catalogue.ts';
import { root } from '../src/build/root.ts';
import { instantiate, type Kernel, type Start } from '../src/kernel/instance.ts';
import { defaults, type KernelManifest, type NumberSpec, shapeOf, type Values } from '../src/kernel/manifest.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Sizes that keep a test quick: a kernel's largest is not tried here. */
const capped = (spec: NumberSpec, value: number) => (spec.integer ? Math.min(value, Math.max(spec.min, 24)) : value);
const smallSetup = (manifest: KernelManifest): Values =>
  Object.fromEntries(Object.entries(manifest.setup).map(([name, spec]) => [name, capped(spec, spec.default)]));

/** Every choice of the smallest or the largest (capped) value of each number. */
function corners(specs: Readonly<Record<string, NumberSpec>>): Values[] {
  return Object.entries(specs).reduce<Values[]>(
    (all, [name, spec]) =>
      [...new Set([spec.min, capped(spec, spec.max)])].flatMap((value) =>
        all.map((corner) => ({ ...corner, [name]: value })),
      ),
    [{}],
  );
}

/** Everything a kernel shows, as bytes. */
function picture(kernel: Kernel): string {
  const arrays = [kernel.observables, ...Object.keys(kernel.manifest.fields).map((name) => kernel.field(name))];
  return arrays
    .map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('base64'))
    .join(' ');
}

function pictures(module: WebAssembly.Module, manifest: KernelManifest, start: Start, steps: number): string[] {
  const kernel = instantiate(module, manifest, start);
  return Array.from({ length: steps + 1 }, (_, t) => {
    if (t > 0) kernel.step();
    return picture(kernel);
  });
}

/** A mean of N rounded products can pass the bound of what it estimates by N 2⁻⁵³. */
const ROUNDING = 1e-12;

function outside(kernel: Kernel): string[] {
  return Object.entries(kernel.manifest.observables).flatMap(([name, { range = [-Infinity, Infinity], gaps }], k) => {
    const value = kernel.observables[k] ?? Number.NaN;
    if (gaps && Number.isNaN(value)) return [];
    return value >= range[0] - ROUNDING && value <= range[1] + ROUNDING ? [] : [`${name} = ${value} not in [${range}]`];
  });
}

/** Names of the f64 members of a block's class, in order. */
function members(source: string, block: string): string[] {
  const body = new RegExp(`class ${block}\\s*\\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/(\w+)\s*:\s*f64/g)].map((match) => match[1] as string);
}

/** The arrays that `fieldPtr` gives, in order, by the last name of each expression. */
function fieldsGiven(source: string): string[] {
  const body = /function fieldPtr\([^)]*\)[^{]*\{([\s\S]*)$/.exec(source)?.[1] ?? '';
  return [...body.matchAll(/changetype<usize>\(\s*(?:\w+\.)*(\w+)\s*\)/g)].map((match) => match[1] as string);
}

const bibliography = parse(read('assembly/references.bib'));

test('there are kernels, and the bibliography has no errors', () => {
  expect(kernelIds().length).toBeGreaterThan(0);
  expect(bibliography.errors).toEqual([]);
});

describe.each(kernelIds())('%s', (id) => {
  let manifest: KernelManifest;
  let debug: WebAssembly.Module;
  let release: WebAssembly.Module;
  beforeAll(async () => {
    ({ manifest, module: debug } = await loadKernel(id, 'debug'));
    ({ module: release } = await loadKernel(id, 'release'));
  });
  const source = read(`assembly/kernels/${id}/kernel.ts`);

  describe('the manifest', () => {
    test('has the name of its folder, <method>-<model>', () => {
      expect(manifest.id).toBe(id);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    });

    test('gives the blocks and the fields of the kernel, in order', () => {
      expect(members(source, 'Setup')).toEqual(Object.keys(manifest.setup));
      expect(members(source, 'Params')).toEqual(Object.keys(manifest.params));
      expect(members(source, 'Observables')).toEqual(Object.keys(manifest.observables));
      expect(fieldsGiven(source)).toEqual(Object.keys(manifest.fields));
    });

    test('has defaults inside their ranges', () => {
      for (const [name, spec] of Object.entries({ ...manifest.setup, ...manifest.params })) {
        expect(spec.min, name).toBeLessThan(spec.max);
        expect(spec.default, name).toBeGreaterThanOrEqual(spec.min);
        expect(spec.default, name).toBeLessThanOrEqual(spec.max);
        if (spec.integer) expect([spec.min, spec.max, spec.default].every(Number.isInteger), name).toBe(true);
        if (spec.scale === 'log') expect(spec.min, name).toBeGreaterThan(0);
        if (spec.words) expect([spec.integer, spec.max - spec.min], name).toEqual([true, 1]);
      }
    });

    test('has names of their own, beside the seed and what the command line calls its own', () => {
      const names = [
        'seed',
        'steps',
        'every',
        'change',
        'format',
        'field',
        ...Object.keys(manifest.setup),
        ...Object.keys(manifest.params),
      ];
      expect(new Set(names).size, names.join(' ')).toBe(names.length);
    });

    test('has symbols that KaTeX renders', () => {
      const { setup, params, observables, fields } = manifest;
      for (const { symbol } of Object.values({ ...setup, ...params, ...observables, ...fields })) {
        expect(katex.renderToString(symbol, { throwOnError: true, strict: 'error' })).toContain('katex');
      }
    });

    test('cites works of the bibliography and a theory that exists', async () => {
      const keys = bibliography.entries.map(({ key }) => key);
      expect(manifest.references.length).toBeGreaterThan(0);
      for (const reference of manifest.references) expect(keys).toContain(reference);
      if (manifest.theory !== undefined) expect((await manifestOf(manifest.theory)).id).toBe(manifest.theory);
    });
  });

  describe('the module', () => {
    test('imports nothing but env.abort and exports the contract', () => {
      for (const module of [debug, release]) {
        const imports = WebAssembly.Module.imports(module).map((entry) => `${entry.module}.${entry.name}`);
        expect(imports.filter((name) => name !== 'env.abort')).toEqual([]);
        const exports = WebAssembly.Module.exports(module).map(({ name, kind }) => `${kind} ${name}`);
        expect(exports.sort()).toEqual([
          'function fieldPtr',
          'function init',
          'function observablesPtr',
          'function paramsPtr',
          'function setupPtr',
          'function step',
          'memory memory',
        ]);
      }
    });

    test('has arrays of finite shape that lie apart from each other in its memory', () => {
      const setup = smallSetup(manifest);
      const kernel = instantiate(debug, manifest, { seed: 1, setup });
      for (const name of Object.keys(manifest.fields)) {
        for (const size of shapeOf(manifest, name, setup)) expect(Number.isInteger(size) && size > 0, name).toBe(true);
      }
      const arrays = [
        kernel.params,
        kernel.observables,
        ...Object.keys(manifest.fields).map((name) => kernel.field(name)),
      ].sort((a, b) => a.byteOffset - b.byteOffset);
      let end = 1; // 0 is the null pointer
      for (const { byteOffset, byteLength } of arrays) {
        expect(byteOffset).toBeGreaterThanOrEqual(end);
        end = byteOffset + byteLength;
      }
      expect(end).toBeLessThanOrEqual(kernel.bytes);
    });

    test('keeps its memory over 1,000 steps', () => {
      const kernel = instantiate(release, manifest, { seed: 1, setup: smallSetup(manifest) });
      const before = kernel.bytes;
      for (let t = 0; t < 1000; ++t) kernel.step();
      expect(kernel.bytes).toBe(before);
      expect(outside(kernel)).toEqual([]);
    });
  });

  describe('the trajectory', () => {
    test('is a function of the seed: same bits again, and in debug and release', () => {
      const start = { seed: 12345, setup: smallSetup(manifest) };
      const once = pictures(debug, manifest, start, 12);
      expect(pictures(debug, manifest, start, 12)).toEqual(once);
      expect(pictures(release, manifest, start, 12)).toEqual(once);
    });

    test('differs for another seed, unless the manifest says that it is deterministic', () => {
      const setup = smallSetup(manifest);
      const [a, b] = [1, 2].map((seed) => pictures(release, manifest, { seed, setup }, 3));
      if (manifest.deterministic) expect(a).toEqual(b);
      else expect(a).not.toEqual(b);
    });

    test('is finite and in range at every corner of the parameters and of the setup', () => {
      for (const setup of corners(manifest.setup)) {
        for (const params of corners(manifest.params)) {
          const kernel = instantiate(debug, manifest, { seed: 3, setup, params });
          for (let t = 0; t < 12; ++t) {
            expect(outside(kernel), JSON.stringify({ setup, params, t })).toEqual([]);
            kernel.step(); // throws when an observable is not finite
          }
        }
      }
    });

    test('has a time that begins at zero and does not run backwards', () => {
      const k = Object.keys(manifest.observables).indexOf('t');
      if (k < 0) return;
      const kernel = instantiate(release, manifest, { seed: 4, setup: smallSetup(manifest) });
      const times = Array.from({ length: 20 }, () => {
        const t = kernel.observables[k] ?? Number.NaN;
        kernel.step();
        return t;
      });
      expect(times[0]).toBe(0);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });

    test('of a live parameter depends on it', () => {
      const setup = smallSetup(manifest);
      const last = (params: Values) => pictures(release, manifest, { seed: 5, setup, params }, 3).at(-1);
      const usual = last(defaults(manifest.params));
      for (const [name, spec] of Object.entries(manifest.params)) {
        const other = spec.default === spec.min ? spec.max : spec.min;
        expect(last({ [name]: other }), name).not.toBe(usual);
      }
    });
  });
});
