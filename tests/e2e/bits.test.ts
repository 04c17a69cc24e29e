/** A trajectory has the same bits in the browser and in Node. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject } from 'vitest';
import { kernelIds, loadKernel, manifestOf } from '../../src/build/catalogue.ts';
import { instantiate, type Start } from '../../src/kernel/instance.ts';
import { defaults, sizeOf } from '../../src/kernel/manifest.ts';
import { type Reply, rowWidth } from '../../src/session/protocol.ts';
import { test } from './visit.ts';

const seed = 7;
const steps = 60;
/** All fields up to so many numbers are compared at every step; a larger one would be many megabytes of text. */
const mostNumbers = 5000;

/** Name of the site's file that begins and ends so. */
function asset(start: string, end: string): string {
  const files = readdirSync(path.join(inject('project'), 'dist/assets'));
  const found = files.filter((file) => file.startsWith(`${start}-`) && file.endsWith(end));
  expect(found).toHaveLength(1);
  return `assets/${found[0]}`;
}

/** Rows of an instance in this process, which the command line prints: `[step, ...observables, ...fields]`. */
async function rowsHere(id: string, start: Start, record: readonly string[]): Promise<number[][]> {
  const { manifest, module } = await loadKernel(id);
  const kernel = instantiate(module, manifest, start);
  const row = () => [kernel.steps, ...kernel.observables, ...record.flatMap((name) => [...kernel.field(name)])];
  const rows = [row()];
  while (kernel.steps < steps) {
    kernel.step();
    rows.push(row());
  }
  return rows;
}

describe.each(kernelIds())('%s', (id) => {
  test('gives the same rows in the worker of the site as in Node', async ({ open }) => {
    const manifest = await manifestOf(id);
    const setup = defaults(manifest.setup);
    const record = Object.keys(manifest.fields).filter((name) => sizeOf(manifest, name, setup) <= mostNumbers);
    const opening = { manifest, seed, setup, params: defaults(manifest.params), changes: [], every: 1 };
    const width = rowWidth(manifest, record, setup);
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
        record,
        width,
        steps,
      },
    );
    expect(rows).toEqual(await rowsHere(id, opening, record));
  });
});
