/** The demos as a page finds them. */
import { manifestOf } from '../kernel/registry.ts';
import type { ParamTable } from '../params/spec.ts';
import { type Demo, demoParams } from './definition.ts';

const found = import.meta.glob<Demo>('../demos/*/demo.ts', { eager: true, import: 'default' });
const demos = new Map(Object.entries(found).map(([file, demo]) => [file.split('/').at(-2) as string, demo]));

/** The demo of that id. Throws, naming the demos that exist, when there is none. */
export function demoOf(id: string): Demo {
  const demo = demos.get(id);
  if (!demo) throw new Error(`no demo "${id}", expected one of: ${[...demos.keys()].join(', ')}`);
  return demo;
}

/** The numbers that a person may set on a figure of this demo. */
export const paramsOf = (demo: Demo): ParamTable => demoParams(demo, manifestOf);
