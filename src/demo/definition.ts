/**
 * What a demo is: one claim, the kernels that run under it, and a view that draws them. `demo.ts` is plain data, so
 * that the build can read it without a browser; `view.ts` is loaded when the figure comes near.
 */
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import { checkNumber, type ParamTable, paramTable, seedSpec } from '../params/spec.ts';
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
  /** Ticks a second at speed 1. */
  readonly rate: number;
  /**
   * What a moved parameter does: `continue` goes on from the present state, `rerun` repeats the run from its start
   * with the new value, on the same noise, up to the present tick.
   */
  readonly onChange: 'continue' | 'rerun';
  readonly view: () => Promise<{ default: View }>;
}

/**
 * The numbers that a person may set on a figure of this demo: those that not every run fixes.
 *
 * @throws when the demo defaults, presets or fixes a number that its kernels do not have or do not allow.
 */
export function demoParams(demo: Demo, manifestOf: (kernel: string) => KernelManifest): ParamTable {
  const runs = Object.values(demo.runs).map(({ kernel, fixed = {} }) => ({ manifest: manifestOf(kernel), fixed }));
  for (const { manifest, fixed } of runs) checkValues('fixed', paramTable([manifest]), fixed);
  const isFree = (name: string) =>
    runs.some(({ manifest, fixed }) => !(name in fixed) && (name in manifest.setup || name in manifest.params));
  const own = demo.defaults ?? {};
  const free = [...paramTable(runs.map(({ manifest }) => manifest))].filter(([name]) => isFree(name));
  const table = new Map(
    free.map(([name, param]) => [
      name,
      { ...param, spec: { ...param.spec, default: own[name] ?? param.spec.default } },
    ]),
  );
  checkValues('defaults', table, own);
  for (const [name, values] of Object.entries(demo.presets ?? {})) checkValues(`preset "${name}"`, table, values);
  for (const { name, spec } of table.values()) checkNumber('defaults', name, spec.default, spec);
  return table;
}

function checkValues(where: string, table: ParamTable, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const param = table.get(name) ?? (name === 'seed' ? { spec: seedSpec } : undefined);
    if (!param) throw new Error(`${where}: no number "${name}", expected one of: ${[...table.keys()].join(', ')}`);
    checkNumber(where, name, value, param.spec);
  }
}
