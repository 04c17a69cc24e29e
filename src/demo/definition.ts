/**
 * What a demo is: one claim, the kernels that run under it, and a view that draws them. `demo.ts` is plain data, so
 * that the build can read it without a browser; `view.ts` is loaded when the figure comes near.
 */
import type { KernelManifest, Values } from '../kernel/manifest.ts';
import { type ParamTable, paramTable } from '../params/spec.ts';
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

/** The numbers that a person may set on a figure of this demo. */
export function demoParams(demo: Demo, manifestOf: (kernel: string) => KernelManifest): ParamTable {
  const table = paramTable(Object.values(demo.runs).map((run) => manifestOf(run.kernel)));
  const fixedInAll = (name: string) =>
    Object.values(demo.runs).every((run) => name in (run.fixed ?? {}) || !hasName(manifestOf(run.kernel), name));
  return new Map([...table].filter(([name]) => !fixedInAll(name)).map(([name, param]) => [name, withDefault(param)]));

  function withDefault<P extends { name: string; spec: { default: number } }>(param: P): P {
    const own = demo.defaults?.[param.name];
    return own === undefined ? param : { ...param, spec: { ...param.spec, default: own } };
  }
}

function hasName(manifest: KernelManifest, name: string): boolean {
  return name in manifest.setup || name in manifest.params;
}
