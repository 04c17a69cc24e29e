/** The figures that are alive on the page. */
import { makeWorker } from '#session-worker';
import type { Values } from '../kernel/manifest.ts';
import { manifestOf, moduleOf, onKernelUpdate } from '../kernel/registry.ts';
import { openSession } from '../session/client.ts';
import type { Surroundings } from './cast.ts';
import type { Demo } from './definition.ts';
import { createFigure, type Figure } from './figure.ts';

const figures = new Map<string, Figure>();
const page: Surroundings = { manifestOf, moduleOf, openSession: (events) => openSession(makeWorker(), events) };

/**
 * The figure that belongs to `key`, made with `base` at the first call: elements of one key share one figure, and find
 * it again after they were replaced. Without a key, a figure that lives as long as its element.
 */
export function figureFor(key: string | undefined, demo: Demo, base: Values): Figure {
  const known = key === undefined ? undefined : figures.get(key);
  const figure = known ?? createFigure(demo, base, page);
  if (key !== undefined) figures.set(key, figure);
  return figure;
}

onKernelUpdate((kernel) => {
  for (const figure of figures.values()) figure.reload(kernel);
});
