/** The demos as a page finds them, and the figures that are alive on it. */
import { makeWorker } from '#session-worker';
import type { Values } from '../kernel/manifest.ts';
import { manifestOf, moduleOf, onKernelUpdate } from '../kernel/registry.ts';
import type { ParamTable } from '../params/spec.ts';
import { openSession, type SessionEvents } from '../session/client.ts';
import { type Demo, demoParams } from './definition.ts';
import { createFigure, type Figure } from './figure.ts';

const found = import.meta.glob<Demo>('../demos/*/demo.ts', { eager: true, import: 'default' });
const demos = new Map(Object.entries(found).map(([file, demo]) => [file.split('/').at(-2) as string, demo]));
const figures = new Map<string, Figure>();

/** The demo of that id. Throws, naming the demos that exist, when there is none. */
export function demoOf(id: string): Demo {
  const demo = demos.get(id);
  if (!demo) throw new Error(`no demo "${id}", expected one of: ${[...demos.keys()].join(', ')}`);
  return demo;
}

const surroundings = {
  manifestOf,
  moduleOf,
  openSession: (events: SessionEvents) => openSession(makeWorker(), events),
};

/** The numbers that a person may set on a figure of this demo. */
export const paramsOf = (demo: Demo): ParamTable => demoParams(demo, manifestOf);

/** The figure that belongs to `key`, made with `base` at the first call: elements of one key share one figure. */
export function figureFor(key: string, demo: Demo, base: Values): Figure {
  const known = figures.get(key);
  if (known) return known;
  const figure = createFigure(demo, base, surroundings);
  figures.set(key, figure);
  return figure;
}

onKernelUpdate((kernel) => {
  for (const figure of figures.values()) figure.reload(kernel);
});
