/** The command line as a person or a script meets it: what it prints, and with which status it ends. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernelIds, loadKernel, manifestOf } from '../src/build/catalogue.ts';
import { root } from '../src/build/root.ts';
import { valueAt } from '../src/controls/slider.ts';
import { instantiate } from '../src/kernel/instance.ts';
import { defaults, type KernelManifest, sizeOf } from '../src/kernel/manifest.ts';
import { version } from '../src/kernel/version.ts';
import { copyProject } from './project.ts';
import { straightLine } from './straight-line.ts';

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

function execute(command: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
const tsx = path.join(root, 'node_modules/.bin/tsx');
const glassdeck = (...args: string[]) => execute(tsx, ['src/cli/main.ts', ...args], root);

/** The lines of a CSV: what stands above the column names, the names, and the rows. */
function parse(csv: string): { head: string[]; columns: string[]; rows: number[][] } {
  const lines = csv.trimEnd().split('\n');
  const head = lines.filter((line) => line.startsWith('#'));
  const [columns = '', ...rows] = lines.slice(head.length);
  return { head, columns: columns.split(','), rows: rows.map((row) => row.split(',').map(Number)) };
}

/** `[step, ...values]` of a kernel that is stepped in this process. */
async function stepped(id: string, steps: number[], seed: number, field?: string): Promise<number[][]> {
  const { manifest, module } = await loadKernel(id);
  const kernel = instantiate(module, manifest, { seed });
  return steps.map((step) => {
    while (kernel.steps < step) kernel.step();
    return [step, ...(field ? kernel.field(field) : kernel.observables)];
  });
}

const manifests = await Promise.all(kernelIds().map(manifestOf));
/** The first kernel with a size, and that size. */
const sized = manifests.flatMap(({ id, setup }) =>
  Object.entries(setup).flatMap(([name, spec]) => (spec.integer ? [{ id, name, spec }] : [])),
);
const { id: first, name: size, spec: sizes } = sized[0] as (typeof sized)[number];

describe.concurrent('glassdeck run', () => {
  test.each(kernelIds())('%s writes what made the rows, then the rows to the last bit', async (id) => {
    const manifest = await manifestOf(id);
    const { status, stdout, stderr } = await glassdeck('run', id, '--seed', '7', '--steps', '5');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { head, columns, rows } = parse(stdout);
    const numbers = Object.entries({ ...defaults(manifest.setup), ...defaults(manifest.params) });
    expect(head).toEqual([
      `# kernel: ${id}`,
      `# version: ${version}`,
      '# seed: 7',
      ...numbers.map(([name, value]) => `# ${name}: ${value}`),
    ]);
    expect(columns).toEqual(['step', ...Object.keys(manifest.observables)]);
    expect(rows).toEqual(await stepped(id, [0, 1, 2, 3, 4, 5], 7));
  });

  test('writes a hundred steps where nothing is said', async () => {
    expect(parse((await glassdeck('run', first)).stdout).rows).toHaveLength(101);
  });

  test('writes every so many steps, and a field instead of the observables', async () => {
    const manifest = manifests.find(({ fields }) => Object.keys(fields).length > 0) as KernelManifest;
    const field = Object.keys(manifest.fields)[0] as string;
    const { stdout } = await glassdeck('run', manifest.id, '--steps', '7', '--every', '3', '--field', field);
    const { columns, rows } = parse(stdout);
    const length = sizeOf(manifest, field, defaults(manifest.setup));
    expect(columns).toEqual(['step', ...Array.from({ length }, (_, k) => `${field}[${k}]`)]);
    expect(rows).toEqual(await stepped(manifest.id, [0, 3, 6], 1, field));
  });

  test('writes one JSON object with the same rows', async () => {
    const manifest = await manifestOf(first);
    const { status, stdout, stderr } = await glassdeck('run', first, '--steps', '2', '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const object = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(object)).toEqual(['kernel', 'version', 'seed', 'setup', 'params', 'rows']);
    const names = ['step', ...Object.keys(manifest.observables)];
    const rows = await stepped(first, [0, 1, 2], 1);
    expect(object).toEqual({
      kernel: first,
      version,
      seed: 1,
      setup: defaults(manifest.setup),
      params: defaults(manifest.params),
      rows: rows.map((row) => Object.fromEntries(names.map((name, k) => [name, row[k]]))),
    });
  });

  test('tells names apart that differ in case alone, and takes every other in any case', async () => {
    const namesOf = ({ setup, params }: KernelManifest) => Object.keys({ ...setup, ...params });
    const hasTwin = (manifest: KernelManifest, name: string) =>
      namesOf(manifest).some((other) => other !== name && other.toLowerCase() === name.toLowerCase());
    const manifest = manifests.find((one) => namesOf(one).some((name) => hasTwin(one, name))) as KernelManifest;
    const specs = Object.entries({ ...manifest.setup, ...manifest.params });
    const wanted = specs.map(([name, spec]) => [name, valueAt(spec, 0.01)] as const);
    const flags = wanted.flatMap(([name, value]) => [
      `--${hasTwin(manifest, name) ? name : name.toLowerCase()}`,
      `${value}`,
    ]);
    const { head } = parse((await glassdeck('run', manifest.id, ...flags, '--steps', '0')).stdout);
    expect(head.slice(3)).toEqual(wanted.map(([name, value]) => `# ${name}: ${value}`));
  });

  test('ends quietly when its reader has read enough', async () => {
    const child = spawn(tsx, ['src/cli/main.ts', 'run', first, '--steps', '1000000'], { cwd: root });
    let complaints = '';
    child.stderr.on('data', (text) => {
      complaints += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(complaints).toBe('');
  });
});

describe.concurrent('wrong use ends with status 2 and one line that says what is wrong:', () => {
  const known = kernelIds().join(', ');
  const [flag, range, half] = [`--${size}`, `[${sizes.min}, ${sizes.max}]`, `${sizes.min + 0.5}`];
  test.each([
    ['no such command', ['walk'], 'no command "walk", expected one of: check, kernels, merge, pdf, run, sweep'],
    ['no kernel', ['run'], `run lacks its kernel, expected one of: ${known}`],
    ['a flag for a kernel', ['run', '--steps', '3'], `run lacks its kernel, expected one of: ${known}`],
    ['no such kernel', ['run', 'walk'], `run has no kernel "walk", expected one of: ${known}`],
    ['two kernels', ['run', first, 'walk'], 'run takes one kernel, got "walk" as well'],
    [
      'no such flag',
      ['run', first, '--gain', '3'],
      /^no flag --gain, expected one of: --\w+, .*--seed, --steps, --every/,
    ],
    ['no value', ['run', first, flag], `${flag} lacks its value`],
    ['no number', ['run', first, flag, 'many'], `run: ${flag}="many" is not a number, expected one in ${range}`],
    ['too large', ['run', first, flag, '1e9'], `run: ${flag}="1e9" is outside ${range}`],
    ['negative', ['run', first, flag, '-8'], `run: ${flag}="-8" is outside ${range}`],
    ['between integers', ['run', first, flag, half], `run: ${flag}="${half}" is not an integer in ${range}`],
    [
      'a seed of 33 bits',
      ['run', first, '--seed', '4294967296'],
      'run: --seed="4294967296" is outside [0, 4294967295]',
    ],
    ['steps back', ['run', first, '--steps', '-1'], `run: --steps="-1" is outside [0, ${Number.MAX_SAFE_INTEGER}]`],
    ['no stride', ['run', first, '--every', '0'], `run: --every="0" is outside [1, ${Number.MAX_SAFE_INTEGER}]`],
    ['no such format', ['run', first, '--format', 'xml'], 'run: --format="xml" is not one of: csv, json'],
    ['no such field', ['run', first, '--field', 'wind'], /^run: --field="wind" is not one of: \w+/],
    ['an argument too many', ['kernels', 'all'], 'kernels takes no argument, got "all"'],
    ['a flag of another command', ['kernels', '--steps', '3'], 'no flag --steps, expected one of: --json'],
  ] as const)('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await glassdeck(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const [, words = ''] = /^glassdeck: ([^\n]*)\n$/.exec(stderr) ?? [];
    if (typeof message === 'string') expect(words).toBe(message);
    else expect(words).toMatch(message);
  });
});

describe('a run that leaves the finite numbers', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'glassdeck-'));
  beforeAll(() => copyProject(project, straightLine));
  afterAll(() => rmSync(project, { recursive: true }));

  test('ends with status 1 and the step, after the rows before it', async () => {
    const args = ['src/cli/main.ts', 'run', 'straight-line', '--end', '3', '--drift', '0.5', '--steps', '9'];
    const { status, stdout, stderr } = await execute(tsx, args, project);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'glassdeck: straight-line: x is NaN at step 3 with drift=0.5\n',
    });
    expect(parse(stdout).rows).toEqual([
      [0, 0, 1],
      [1, 1, 1.5],
      [2, 2, 2],
    ]);
  });
});

describe.concurrent('glassdeck', () => {
  test('lists its kernels, also as JSON', async () => {
    const { stdout } = await glassdeck('kernels', '--json');
    const listed = JSON.parse(stdout) as { references: { key: string; text: string; link: string }[] }[];
    const withKeys = listed.map((kernel) => ({ ...kernel, references: kernel.references.map(({ key }) => key) }));
    expect(withKeys).toEqual(JSON.parse(JSON.stringify(manifests)));
    for (const { text, link } of listed.flatMap(({ references }) => references)) {
      expect(text).toMatch(/ \d{4}, .*\d/);
      expect(link).toMatch(/^https:\/\//);
    }
    const text = (await glassdeck('kernels')).stdout;
    for (const { id, title } of manifests) expect(text).toContain(`${id}: ${title}\n`);
  });

  test('says how it is used', async () => {
    const { status, stdout } = await glassdeck('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^glassdeck kernels .*^glassdeck run KERNEL /ms);
    expect((await glassdeck('run', '--help')).stdout).toMatch(/^glassdeck run KERNEL /);
  });

  test('prints nothing else under npm', async () => {
    const args = ['run', '-s', 'glassdeck', '--', 'run', first, '--steps', '3'];
    const { status, stdout, stderr } = await execute('npm', args, root);
    expect({ status, stdout, stderr }).toEqual({ ...(await glassdeck('run', first, '--steps', '3')) });
  });
});
