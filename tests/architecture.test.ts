/**
 * The boundaries of ARCHITECTURE.md as assertions: what may name, import or touch what.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelIds, wasmOf } from '../src/build/catalogue.ts';
import { demoIds } from '../src/build/demos.ts';
import { root } from '../src/build/root.ts';

const files = (folder: string, pattern: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => pattern.test(file) && !/\.test\.ts$|\/fixtures\//.test(file));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
/** Specifiers of static and dynamic imports, re-exports and import globs. */
const imports = (file: string): string[] =>
  [...read(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\bglob(?:<[^>]*>)?\(\s*)['"]([^'"]+)['"]/g)].map(
    (match) => match[1] as string,
  );
/** Relative imports as paths from the root. */
const targets = (file: string): string[] =>
  imports(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => path.posix.join(path.posix.dirname(file), specifier));
const within = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

const sources = files('src', /\.(ts|mjs|css|html)$/);
const mathematics = files('assembly', /\.ts$/).filter((file) => !file.endsWith('manifest.ts'));
const data = files('assembly/data', /\.mts$/);
const talks = readdirSync(path.join(root, 'slides'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test('the globs below find what they are about', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(mathematics.length).toBeGreaterThan(10);
  expect(data.length).toBeGreaterThan(0);
  expect(talks.length).toBeGreaterThan(0);
  expect(imports('src/kernel/registry.ts')).toContain('../../assembly/kernels/*/manifest.ts');
});

test('the machinery knows no kernel, demo or talk by name', () => {
  const names = [...kernelIds(), ...demoIds(), ...talks];
  const guilty = sources
    .filter((file) => !within('src/demos')(file))
    .flatMap((file) => names.filter((name) => read(file).includes(name)).map((name) => `${file} names ${name}`));
  expect(guilty).toEqual([]);
});

describe('mathematics', () => {
  test('imports nothing outside assembly', () => {
    const outside = mathematics.flatMap((file) =>
      imports(file)
        .filter(
          (specifier) =>
            !specifier.startsWith('.') || !within('assembly')(path.posix.join(path.posix.dirname(file), specifier)),
        )
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(outside).toEqual([]);
  });

  test('flows from lib and data to models to kernels, and no kernel imports another', () => {
    const allowed: [string, RegExp][] = [
      ['assembly/lib', /^assembly\/lib\//],
      ['assembly/models', /^assembly\/(data|lib|models)\//],
      ['assembly/kernels', /^assembly\/(data|lib|models)\//],
    ];
    for (const [folder, pattern] of allowed) {
      for (const file of mathematics.filter(within(folder))) {
        for (const target of targets(file)) expect(target, file).toMatch(pattern);
      }
    }
  });

  test('has data that come from a package or from beside their script, with one declaration each', () => {
    const guilty = data.flatMap((file) => imports(file).filter((specifier) => /^(\.\.|\/)/.test(specifier)));
    expect(guilty).toEqual([]);
    expect(files('assembly/data', /\.ts$/)).toEqual(data.map((file) => file.replace(/\.mts$/, '.d.ts')));
  });

  test('keeps SIMD and raw pointers in lib', () => {
    const raw = /\b(v128|[fi](32x4|64x2|16x8|8x16))\b|\b(load|store)<|\bmemory\.(copy|fill)\b/;
    const guilty = mathematics.filter((file) => !within('assembly/lib')(file) && raw.test(read(file)));
    expect(guilty).toEqual([]);
  });

  test.each(kernelIds())('%s imports nothing but env.abort, in debug and release', async (id) => {
    for (const target of ['debug', 'release'] as const) {
      const module = await WebAssembly.compile(await wasmOf(id, target));
      const foreign = WebAssembly.Module.imports(module).filter(
        ({ module: from, name }) => `${from}.${name}` !== 'env.abort',
      );
      expect(foreign).toEqual([]);
    }
  });

  test('takes no number from JavaScript: no JSMath, no Math.random, no clock', () => {
    const guilty = mathematics.filter((file) => /\bJSMath\b|Math\.random|\bDate\b|performance\.now/.test(read(file)));
    expect(guilty).toEqual([]);
  });
});

describe('machinery', () => {
  test('draws without knowing sessions, and controls know no plots', () => {
    for (const file of sources.filter(within('src/plot'))) {
      for (const target of targets(file)) expect(target, file).not.toMatch(/^src\/(session|demo|demos|deck)\//);
    }
    for (const file of sources.filter(within('src/controls'))) {
      for (const target of targets(file)) expect(target, file).not.toMatch(/^src\/(plot|session|demo|demos|deck)\//);
    }
  });

  test('has demos that draw and never compute: a view imports the stage and the plots alone, or varies another figure', () => {
    for (const file of sources.filter((name) => /^src\/demos\/[^/]+\/.*\.ts$/.test(name))) {
      for (const target of targets(file))
        expect(target, file).toMatch(/^src\/(demo\/(view|definition)|plot\/)|^src\/demos\/[^/]+\/(view|demo)\.ts$/);
    }
  });

  test('touches wasm memory in one file', () => {
    const guilty = sources.filter((file) => /memory\.buffer/.test(read(file)));
    expect(guilty).toEqual(['src/kernel/instance.ts']);
  });

  test('has no Math.random, no colour literal outside the theme, no folder for leftovers', () => {
    const code = sources.filter((file) => file.endsWith('.ts'));
    expect(code.filter((file) => read(file).includes('Math.random'))).toEqual([]);
    const drawn = sources.filter((file) => /^src\/(plot|demo|demos|controls)\//.test(file));
    expect(drawn.filter((file) => /#[0-9a-f]{6}\b|\brgba?\(/i.test(read(file)))).toEqual([]);
    expect([...sources, ...mathematics].filter((file) => /\/(utils?|helpers?|common|misc)[./]/.test(file))).toEqual([]);
  });

  test('keeps Node out of the page and the page out of Node', () => {
    const node = /^src\/(build|talk|cli)\//;
    for (const file of sources.filter((name) => !node.test(name) && name.endsWith('.ts'))) {
      for (const specifier of imports(file)) expect(specifier, file).not.toMatch(/^node:/);
      for (const target of targets(file)) expect(target, file).not.toMatch(node);
    }
  });
});

describe('talks', () => {
  test.each(talks)('%s is words and attributes, with the one script that starts the deck', (talk) => {
    const scripts = files(`slides/${talk}`, /\.(html|md|svg)$/).flatMap((file) => [
      ...read(file).matchAll(/<script[^>]*>/g),
    ]);
    expect(scripts.map(String)).toEqual([
      '<script type="module" src="../../src/deck/start.ts"></script>'.split('</')[0],
    ]);
    expect(files(`slides/${talk}`, /\.(ts|js|mjs)$/)).toEqual([]);
  });
});

test('files stay short enough to hold one idea', () => {
  const long = [...sources, ...mathematics, ...data]
    .map((file) => [file, read(file).split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 210);
  expect(long).toEqual([]);
});
