/** `glassdeck run`: a kernel without a page, the same bits as on a slide. */
import { once } from 'node:events';
import { loadKernel } from '../../build/catalogue.ts';
import { instantiate, type Kernel, writeParams } from '../../kernel/instance.ts';
import { defaults, type KernelManifest, type NumberSpec, sizeOf, type Values } from '../../kernel/manifest.ts';
import { csvHead, csvRow, jsonTable, type Provenance } from '../../kernel/table.ts';
import { version } from '../../kernel/version.ts';
import { parseSetting } from '../../params/setting.ts';
import { nameInTable, type Param, paramTable, parseNumber, seedSpec } from '../../params/spec.ts';
import { type Command, type Flags, readFlags, UsageError } from '../command.ts';
import { asUsage, everySpec, readKernel, readNumber, stepsSpec } from '../kernel.ts';

type Change = Provenance['changes'][number];

const formats = ['csv', 'json'];

const usage = `glassdeck run KERNEL [--N 200 ...] [--seed 1] [--delta2 0.7 ...] [--change "40 delta2=0.6" ...] [--steps 100] [--every 1] [--format csv|json] [--field NAME]
  runs a kernel and prints its observables, or one field, as CSV or JSON; a change writes parameters after that step`;

async function run(args: string[]): Promise<void> {
  const id = readKernel('run', args);
  const { manifest, module } = await loadKernel(id);
  const { flags, all, seed, setup, params } = readStart(manifest, args.slice(1));
  const steps = readNumber('run', flags, 'steps', stepsSpec);
  const changes = readChanges(manifest, all('change'), steps);
  const every = readNumber('run', flags, 'every', everySpec);
  const format = choose(flags, 'format', formats) ?? 'csv';
  const field = choose(flags, 'field', Object.keys(manifest.fields));

  const provenance: Provenance = { kernel: id, version, seed, setup, params, changes };
  const kernel = instantiate(module, manifest, provenance);
  const names = field ? fieldColumns(manifest, field, setup) : Object.keys(manifest.observables);
  const rows = walk(kernel, { steps, every, changes }, () => (field ? kernel.field(field) : kernel.observables));
  if (format === 'csv') await writeCsv(provenance, ['step', ...names], rows);
  else process.stdout.write(jsonTable(provenance, ['step', ...names], rows));
}

interface Course {
  readonly steps: number;
  readonly every: number;
  readonly changes: readonly Change[];
}

/** Yields `[step, ...values]` at step 0 and at every multiple of `every`. */
function* walk(kernel: Kernel, { steps, every, changes }: Course, values: () => ArrayLike<number>) {
  let next = 0;
  yield [0, ...Array.from(values())];
  while (kernel.steps < steps) {
    for (; changes[next]?.step === kernel.steps; ++next) writeParams(kernel, (changes[next] as Change).params);
    kernel.step();
    if (kernel.steps % every === 0) yield [kernel.steps, ...Array.from(values())];
  }
}

async function writeCsv(provenance: Provenance, columns: string[], rows: Iterable<number[]>): Promise<void> {
  process.stdout.write(csvHead(provenance, columns));
  for (const row of rows) if (!process.stdout.write(csvRow(row))) await once(process.stdout, 'drain');
}

function fieldColumns(manifest: KernelManifest, field: string, setup: Values): string[] {
  return Array.from({ length: sizeOf(manifest, field, setup) }, (_, k) => `${field}[${k}]`);
}

function readStart(manifest: KernelManifest, args: string[]) {
  const table = paramTable([manifest]);
  const own = ['seed', 'steps', 'every', 'change', 'format', 'field'];
  const resolve = (flag: string) => (own.includes(flag) ? flag : nameInTable(table, flag));
  const { flags, all, positionals } = readFlags(args, resolve, [...table.keys(), ...own]);
  if (positionals.length > 0) throw new UsageError(`run takes one kernel, got "${positionals[0]}" as well`);
  const block = (specs: Readonly<Record<string, NumberSpec>>) => {
    const values = defaults(specs);
    for (const [name, spec] of Object.entries(specs)) values[name] = readNumber('run', flags, name, spec);
    return values;
  };
  const seed = readNumber('run', flags, 'seed', seedSpec);
  return { flags, all, seed, setup: block(manifest.setup), params: block(manifest.params) };
}

/** The changes `STEP name=value ...` in order of their steps; those of one step stay in the order they were given. */
function readChanges(manifest: KernelManifest, texts: readonly string[], steps: number): Change[] {
  const table = paramTable([{ ...manifest, setup: {} }]);
  const stepSpec: NumberSpec = { ...stepsSpec, max: steps };
  const changes = texts.map((text) => {
    const where = `run: --change="${text}"`;
    const parse = (name: string, word: string, spec: NumberSpec) => asUsage(() => parseNumber(where, name, word, spec));
    const [, step = '', words = ''] = /^\s*(\S*)(.*)$/s.exec(text) ?? [];
    const settings = Object.entries(parseSetting(words));
    if (settings.length === 0) throw new UsageError(`${where} changes nothing, expected "STEP name=value ..."`);
    const params = settings.map(([word, value]) => {
      const name = nameInTable(table, word);
      if (name) return [name, parse(name, value, (table.get(name) as Param).spec)] as const;
      throw new UsageError(`${where} has no parameter "${word}", expected one of: ${[...table.keys()].join(', ')}`);
    });
    return { step: parse('step', step, stepSpec), params: Object.fromEntries(params) };
  });
  return changes.sort((a, b) => a.step - b.step);
}

function choose(flags: Flags['flags'], name: string, among: readonly string[]): string | undefined {
  const text = flags.get(name);
  if (typeof text !== 'string' || among.includes(text)) return text as string | undefined;
  throw new UsageError(`run: --${name}="${text}" is not one of: ${among.join(', ')}`);
}

export default { usage, run } satisfies Command;
