/** The figures that are alive on the page: computed here, or mirrored where the page is a pane of the speaker view. */
import { makeWorker } from '#session-worker';
import type { Values } from '../kernel/manifest.ts';
import { manifestOf, moduleOf, onKernelUpdate } from '../kernel/registry.ts';
import { audience } from '../mirror/audience.ts';
import { createMirror } from '../mirror/mirror-figure.ts';
import { openSession } from '../session/client.ts';
import { portOf } from '../session/point-port.ts';
import { createCrew } from '../sweep/crew.ts';
import { openSweep } from '../sweep/session.ts';
import type { Surroundings } from './cast.ts';
import type { Demo } from './definition.ts';
import type { Figure } from './figure.ts';
import { createFigure, type LocalFigure } from './local-figure.ts';

const computed = new Map<string, LocalFigure>();
const mirrored = new Map<string, Figure>();
/** All cores but the one of the page. */
const crewSize = Math.max(1, navigator.hardwareConcurrency - 1);
const crew = createCrew(
  () => portOf(makeWorker()),
  crewSize,
  () => performance.now(),
);
const page: Surroundings = {
  manifestOf,
  moduleOf,
  openSession: (events) => openSession(makeWorker(), events),
  openSweep: (sweep, events) => openSweep(crew, sweep, events),
};

/**
 * The figure that belongs to `key`, made with `base` at the first call: elements of one key share one figure, and find
 * it again after they were replaced. Without a key, a figure that lives as long as its element.
 */
export function figureFor(key: string | undefined, demo: Demo, base: Values): Figure {
  if (key === undefined) return createFigure(demo, base, page);
  const line = audience;
  if (line) return found(mirrored, key, () => createMirror(key, demo, base, manifestOf, line));
  return found(computed, key, () => createFigure(demo, base, page));
}

/** The figure of that key that this window computes. */
export const computedFigure = (key: string): LocalFigure | undefined => computed.get(key);

function found<T>(among: Map<string, T>, key: string, make: () => T): T {
  const known = among.get(key) ?? make();
  among.set(key, known);
  return known;
}

onKernelUpdate((kernel) => {
  for (const figure of computed.values()) figure.reload(kernel);
});
