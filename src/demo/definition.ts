/**
 * What a demo is: one claim, the kernels that run under it, and a view that draws them. `demo.ts` is plain data, so
 * that the build can read it without a browser; `view.ts` is loaded when the figure comes near.
 */
import type { KernelManifest, NumberSpec, Values } from '../kernel/manifest.ts';
import { checkNumber, type ParamTable, paramTable, seedSpec } from '../params/spec.ts';
import { roomForRows } from '../session/trajectory.ts';
import { cellsOf, type LiveSweep, liveManifest } from '../sweep/live.ts';
import type { View } from './view.ts';

export interface DemoRun {
  readonly kernel: string;
  /** Kernel steps per tick of the figure's clock; 1 where silent. */
  readonly stepsPerTick?: number;
  /** Fields kept with every row of the trajectory, flattened behind the observables. */
  readonly record?: readonly string[];
  /** Fields of which the view wants the newest values. */
  readonly fields?: readonly string[];
  /** Values of this run alone, which the figure's controls do not move. */
  readonly fixed?: Values;
  /** What the figure calls a number that this kernel has under another name, by the kernel's: `{ deltap: 'delta3' }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** The run is a sweep over the kernel: its step k is the k-th point, a tick is all points of one more seed. */
  readonly sweep?: LiveSweep;
}

export interface Demo {
  /** The figure's one message as a sentence. */
  readonly claim: string;
  /** What the figure shows: its description for a screen reader, and its text where nothing can run. */
  readonly alt: string;
  readonly runs: Readonly<Record<string, DemoRun>>;
  /** The figure's own defaults, where they differ from the manifests'. */
  readonly defaults?: Values;
  /** Named parameter sets over the defaults, in the order in which a key goes through them. */
  readonly presets?: Readonly<Record<string, Values>>;
  /** The names on the control strip, at most three; the demo's own page shows all. */
  readonly controls: readonly string[];
  /** Values at which a control marks a threshold, by name. */
  readonly marks?: Readonly<Record<string, readonly number[]>>;
  /** Ticks after which the figure rests. */
  readonly ticks: number;
  /** The tick of its still; the last where silent. */
  readonly still?: number;
  /** Ticks a second at speed 1. */
  readonly rate: number;
  /**
   * What a moved parameter does: `continue` goes on from the present state, `rerun` repeats the run from its start
   * with the new value, on the same noise, up to the present tick.
   */
  readonly onChange: 'continue' | 'rerun';
  readonly view: () => Promise<{ default: View }>;
}

/** What the figure may set of the run, and sees of it: its kernel, or a sweep over that. */
export function manifestOfRun({ kernel, sweep }: DemoRun, manifestOf: (kernel: string) => KernelManifest) {
  const manifest = manifestOf(kernel);
  return sweep ? liveManifest(manifest, sweep) : manifest;
}

/** Steps of the run per tick of the figure's clock. */
export const stepsPerTickOf = ({ sweep, stepsPerTick }: DemoRun): number =>
  sweep ? cellsOf(sweep) : (stepsPerTick ?? 1);

/** Steps from one row to the next: a sweep has a row for each point. */
export const rowsEvery = (run: DemoRun): number => (run.sweep ? 1 : stepsPerTickOf(run));

/**
 * The numbers that a person may set on a figure of this demo: those that not every run fixes.
 *
 * @throws when the demo defaults, presets or fixes a number that its kernels do not have or do not allow, or has a sweep
 * that cannot be one.
 */
export function demoParams(demo: Demo, manifestOf: (kernel: string) => KernelManifest): ParamTable {
  checkSweeps(demo);
  const free = paramTable(Object.values(demo.runs).map((run) => freeNumbers(run, manifestOfRun(run, manifestOf))));
  const own = demo.defaults ?? {};
  const table = new Map(
    [...free].map(([name, param]) => [
      name,
      { ...param, spec: { ...param.spec, default: own[name] ?? param.spec.default } },
    ]),
  );
  checkValues('defaults', table, own);
  for (const [name, { seed = seedSpec.default, ...values }] of Object.entries(demo.presets ?? {})) {
    checkValues(`preset "${name}"`, table, values);
    checkNumber(`preset "${name}"`, 'seed', seed, seedSpec);
  }
  for (const { name, spec } of table.values()) checkNumber('defaults', name, spec.default, spec);
  return table;
}

/** The points of a sweep have the same numbers, and each has its row. */
function checkSweeps({ runs, onChange, ticks }: Demo): void {
  for (const [name, { sweep }] of Object.entries(runs)) {
    if (!sweep) continue;
    if (onChange !== 'rerun') throw new Error(`run "${name}" is a sweep: onChange is "${onChange}", expected "rerun"`);
    const points = cellsOf(sweep) * ticks;
    if (points < roomForRows) continue;
    throw new Error(`run "${name}" has ${points} points in ${ticks} ticks, expected less than ${roomForRows}`);
  }
}

function checkValues(where: string, table: ParamTable, values: Values): void {
  for (const [name, value] of Object.entries(values)) checkNumber(where, name, value, specOf(where, table, name));
}

function specOf(where: string, table: ParamTable, name: string): NumberSpec {
  const param = table.get(name);
  if (param) return param.spec;
  throw new Error(`${where}: no number "${name}", expected one of: ${[...table.keys()].join(', ')}`);
}

/** The numbers of a figure that is placed with those of `base`, `seed` among them; the demo's own where that is silent. */
export function initialNumbers(params: ParamTable, base: Values): Values {
  const defaults = [...params.values()].map(({ name, spec }) => [name, spec.default] as const);
  return { seed: seedSpec.default, ...Object.fromEntries(defaults), ...base };
}

/** The numbers of a run that its figure may move, under the figure's names. */
function freeNumbers({ fixed = {}, names = {} }: DemoRun, manifest: KernelManifest): KernelManifest {
  const table = paramTable([manifest]);
  checkValues('fixed', table, fixed);
  for (const name of Object.keys(names)) specOf('names', table, name);
  const rename = <T>(specs: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(specs).flatMap(([name, spec]) => (name in fixed ? [] : [[names[name] ?? name, spec]])),
    );
  return { ...manifest, setup: rename(manifest.setup), params: rename(manifest.params) };
}

/** The numbers of a run by kind: what the demo fixes, and the figure's own for the rest. */
export function valuesOf({ fixed, names }: DemoRun, specs: Readonly<Record<string, unknown>>, numbers: Values): Values {
  return Object.fromEntries(
    Object.keys(specs).map((name) => [name, fixed?.[name] ?? (numbers[names?.[name] ?? name] as number)]),
  );
}
