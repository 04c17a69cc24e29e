/** `glassdeck run --change`: parameters that move in mid-run, as they do under a slider. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { kernelIds, loadKernel, manifestOf } from '../src/build/catalogue.ts';
import { root } from '../src/build/root.ts';
import { valueAt } from '../src/controls/slider.ts';
import { instantiate } from '../src/kernel/instance.ts';
import type { NumberSpec } from '../src/kernel/manifest.ts';

const seed = 3;

function glassdeck(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  return new Promise((resolve) => {
    execFile(tsx, ['src/cli/main.ts', ...args], { cwd: root }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const [id] = kernelIds() as [string];
const manifest = await manifestOf(id);
const [[name, spec], [other, otherSpec]] = Object.entries<NumberSpec>(manifest.params) as [
  [string, NumberSpec],
  [string, NumberSpec],
];
const [value, later, otherValue] = [valueAt(spec, 0.2), valueAt(spec, 0.7), valueAt(otherSpec, 0.4)];

/** Rows of steps 0 to 6, stepped here, with the changes written before steps 3 and 5. */
async function stepped(): Promise<string[]> {
  const { module } = await loadKernel(id);
  const kernel = instantiate(module, manifest, { seed });
  const row = () => [kernel.steps, ...kernel.observables].join(',');
  const rows = [row()];
  const write = (param: string, number: number) => {
    kernel.params[Object.keys(manifest.params).indexOf(param)] = number;
  };
  while (kernel.steps < 6) {
    if (kernel.steps === 2) {
      write(other, otherValue);
      write(name, value);
    }
    if (kernel.steps === 4) write(name, later);
    kernel.step();
    rows.push(row());
  }
  return rows;
}

const flags = ['--seed', `${seed}`, '--steps', '6'];
const changes = ['--change', `4 ${name}=${later}`, '--change', `2 ${other}=${otherValue} ${name}=${value}`];

describe.concurrent('a run with changes', () => {
  test('writes each change above the rows, in order of the steps, and the rows that feel it', async () => {
    const { status, stdout, stderr } = await glassdeck('run', id, ...flags, ...changes);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('# change'))).toEqual([
      `# change: 2 ${other}=${otherValue} ${name}=${value}`,
      `# change: 4 ${name}=${later}`,
    ]);
    const rows = lines.slice(1 + lines.findIndex((line) => line.startsWith('step,')));
    expect(rows).toEqual(await stepped());
    const unchanged = await glassdeck('run', id, ...flags);
    expect(unchanged.stdout).not.toContain('change:');
    expect(unchanged.stdout.trimEnd().split('\n').slice(-7, -4)).toEqual(rows.slice(0, 3));
    expect(unchanged.stdout.trimEnd().split('\n').slice(-4)).not.toContain(rows[3]);
  });

  test('writes them into the JSON as well', async () => {
    const { stdout } = await glassdeck('run', id, ...flags, ...changes, '--format', 'json');
    const object = JSON.parse(stdout) as { changes: unknown; rows: Record<string, number>[] };
    expect(Object.keys(object)).toEqual(['kernel', 'version', 'seed', 'setup', 'params', 'changes', 'rows']);
    expect(object.changes).toEqual([
      { step: 2, params: { [other]: otherValue, [name]: value } },
      { step: 4, params: { [name]: later } },
    ]);
    expect(object.rows.map((row) => Object.values(row).join(','))).toEqual(await stepped());
  });
});

describe.concurrent('a change that cannot be ends with status 2 and one line that says what is wrong:', () => {
  const names = Object.keys(manifest.params).join(', ');
  const [size] = Object.keys(manifest.setup) as [string];
  const range = `[${spec.min}, ${spec.max}]`;
  test.each([
    ['no value', `3 ${name}`, `${name}="" is not a number, expected one in ${range}`],
    ['a value out of range', `3 ${name}=${spec.max + 1}`, `${name}="${spec.max + 1}" is outside ${range}`],
    ['no step', `${name}=${value}`, 'changes nothing, expected "STEP name=value ..."'],
    ['no number for a step', `late ${name}=${value}`, 'step="late" is not a number, expected one in [0, 6]'],
    ['a step between steps', `1.5 ${name}=${value}`, 'step="1.5" is not an integer in [0, 6]'],
    ['a step after the last', `7 ${name}=${value}`, 'step="7" is outside [0, 6]'],
    ['nothing', '3', 'changes nothing, expected "STEP name=value ..."'],
    ['a size', `3 ${size}=20`, `has no parameter "${size}", expected one of: ${names}`],
    ['no such parameter', '3 wind=2', `has no parameter "wind", expected one of: ${names}`],
  ])('%s', async (_, text, message) => {
    const { status, stdout, stderr } = await glassdeck('run', id, ...flags, '--change', text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const where = `glassdeck: run: --change="${text}"`;
    expect([`${where}: ${message}\n`, `${where} ${message}\n`]).toContain(stderr);
  });
});
