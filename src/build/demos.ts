/**
 * The demos as Node finds them: one folder under `src/demos/` each. Only `demo.ts` is read, which is plain data; the
 * view that it names belongs to the browser.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Demo } from '../demo/definition.ts';
import { root } from './root.ts';

const folder = path.join(root, 'src/demos');

/** Ids of all demos, sorted. */
export function demoIds(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'demo.ts')))
    .map((entry) => entry.name)
    .sort();
}

/** The demo of that id. Throws, naming the demos that exist, when there is none. */
export async function demoOf(id: string): Promise<Demo> {
  const known = demoIds();
  if (!known.includes(id)) throw new Error(`no demo "${id}", expected one of: ${known.join(', ')}`);
  const url = pathToFileURL(path.join(folder, id, 'demo.ts')).href;
  return ((await import(/* @vite-ignore */ url)) as { default: Demo }).default;
}
