/** What is on view of a run: the rows and the newest fields of one realisation, found by name. */
import { allocateField, type FieldArray } from '../kernel/instance.ts';
import { type KernelManifest, sizeOf, type Values } from '../kernel/manifest.ts';
import { rowWidth } from '../session/protocol.ts';
import { createTrajectory, type Trajectory } from '../session/trajectory.ts';
import { type DemoRun, rowsEvery } from './definition.ts';
import type { RunView } from './view.ts';

export interface Picture {
  readonly setup: Values;
  readonly trajectory: Trajectory;
  readonly fields: Readonly<Record<string, FieldArray>>;
}

/** The fields that the view asks for, zeroed. */
export function allocateFields(run: DemoRun, manifest: KernelManifest, setup: Values): Record<string, FieldArray> {
  return Object.fromEntries((run.fields ?? []).map((name) => [name, allocateField(manifest, name, setup)]));
}

/** A picture without rows. */
export function blankPicture(run: DemoRun, manifest: KernelManifest, setup: Values): Picture {
  const width = rowWidth(manifest, run.record ?? [], setup);
  return {
    setup,
    trajectory: createTrajectory(width, rowsEvery(run)),
    fields: allocateFields(run, manifest, setup),
  };
}

/** What a view sees: a picture, which may be replaced by another, and how far its run has come with which numbers. */
export interface Seen {
  readonly picture: Picture;
  readonly step: number;
  readonly values: Values;
}

/** The view of what `seen` has at the time. */
export function viewOf(run: DemoRun, manifest: KernelManifest, seen: Seen): RunView {
  const observables = Object.keys(manifest.observables);
  const record = run.record ?? [];
  const column = (name: string): number => {
    const k = name === 'step' ? 0 : 1 + observables.indexOf(name);
    if (k === 0 && name !== 'step') throw new Error(`${manifest.id}: no observable "${name}"`);
    return k;
  };
  return {
    get length() {
      return seen.picture.trajectory.length;
    },
    get step() {
      return seen.step;
    },
    get values() {
      return seen.values;
    },
    column: (name) => seen.picture.trajectory.column(column(name)),
    recorded(name) {
      const { trajectory, setup } = seen.picture;
      let first = 1 + observables.length;
      for (const other of record) {
        const size = sizeOf(manifest, other, setup);
        if (other === name) return trajectory.block(first, size);
        first += size;
      }
      throw new Error(`${manifest.id}: field "${name}" is not recorded`);
    },
    has: (name) => observables.includes(name),
    latest: (name) => seen.picture.trajectory.latest[column(name)] as number,
    field(name) {
      const field = seen.picture.fields[name];
      if (!field) throw new Error(`${manifest.id}: field "${name}" is not asked for`);
      return field;
    },
  };
}
