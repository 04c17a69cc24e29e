/** A trajectory has the same bits in the browser and on the command line. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject } from 'vitest';
import { kernelIds, manifestOf } from '../../src/build/catalogue.ts';
import { root } from '../../src/build/root.ts';
import { defaults, sizeOf } from '../../src/kernel/manifest.ts';
import { type Reply, rowWidth } from '../../src/session/protocol.ts';
import { test } from './visit.ts';

const seed = 7;
const steps = 60;
/** A larger field would be a text of many megabytes. */
const mostNumbers = 50_000;

/** Name of the site's file that begins and ends so. */
function asset(start: string, end: string): string {
  const files = readdirSync(path.join(inject('project'), 'dist/assets'));
  const found = files.filter((file) => file.startsWith(`${start}-`) && file.endsWith(end));
  expect(found).toHaveLength(1);
  return `assets/${found[0]}`;
}

/** The rows that `glassdeck run` prints: observables, or the field of that name. */
function printed(id: string, field?: string): number[][] {
  const args = ['run', id, '--seed', `${seed}`, '--steps', `${steps}`];
  if (field) args.push('--field', field);
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  const text = execFileSync(tsx, ['src/cli/main.ts', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const [, ...rows] = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  return rows.map((row) => row.split(',').map(Number));
}

describe.each(kernelIds())('%s', (id) => {
  test('gives the same rows in the worker of the site as on the command line', async ({ open }) => {
    const manifest = await manifestOf(id);
    const setup = defaults(manifest.setup);
    const record = Object.keys(manifest.fields).find((name) => sizeOf(manifest, name, setup) <= mostNumbers);
    const opening = { manifest, seed, setup, params: defaults(manifest.params), changes: [], every: 1 };
    const width = rowWidth(manifest, record ? [record] : [], setup);
    const page = await open('');
    const rows = await page.evaluate(
      async ({ worker: file, wasm, opening, record, width, steps }) => {
        const bytes = await (await fetch(wasm)).arrayBuffer();
        const module = await WebAssembly.compile(bytes);
        const worker = new Worker(file, { type: 'module' });
        const reply = new Promise<Reply>((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
        });
        worker.postMessage({ type: 'open', run: 1, opening: { ...opening, module, record } });
        const buffer = new Float64Array((steps + 1) * width);
        worker.postMessage({
          type: 'pull',
          run: 1,
          until: steps,
          budget: Number.POSITIVE_INFINITY,
          buffer,
          fields: {},
        });
        const answer = await reply;
        worker.terminate();
        if (answer.type !== 'rows') throw new Error(answer.failure);
        return Array.from({ length: answer.rows }, (_, k) => [...answer.buffer.subarray(k * width, (k + 1) * width)]);
      },
      {
        worker: asset('worker', '.js'),
        wasm: asset(id, '.wasm'),
        opening,
        record: record ? [record] : [],
        width,
        steps,
      },
    );
    const observables = 1 + Object.keys(manifest.observables).length;
    expect(rows).toHaveLength(steps + 1);
    expect(rows.map((row) => row.slice(0, observables))).toEqual(printed(id));
    if (record) expect(rows.map((row) => [row[0], ...row.slice(observables)])).toEqual(printed(id, record));
  });
});
