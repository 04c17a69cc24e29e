/**
 * All demos as the talks need them, read when this module is evaluated: the development server evaluates it again after
 * a demo or a manifest has changed.
 */
import { manifestOf } from '../build/catalogue.ts';
import { demoIds, demoOf } from '../build/demos.ts';
import { type Demo, demoParams } from '../demo/definition.ts';
import type { KernelManifest } from '../kernel/manifest.ts';
import type { FigureSpec, Figures } from './figures.ts';
import { messageOf } from './problem.ts';

async function specOf(demo: Demo): Promise<FigureSpec> {
  const manifests = new Map<string, KernelManifest>();
  for (const { kernel } of Object.values(demo.runs)) manifests.set(kernel, await manifestOf(kernel));
  const { claim, alt, ticks } = demo;
  return { claim, alt, ticks, params: demoParams(demo, (kernel) => manifests.get(kernel) as KernelManifest) };
}

async function readFigures(): Promise<Figures> {
  const figures = new Map<string, FigureSpec | Error>();
  for (const id of demoIds()) {
    const spec = demoOf(id).then(specOf);
    figures.set(id, await spec.catch((error: unknown) => new Error(messageOf(error))));
  }
  return figures;
}

export default await readFigures();
