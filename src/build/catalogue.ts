/**
 * The kernels as Node finds them: one folder under `assembly/kernels/` each. What the web finds by an import glob, the
 * command line, the build and the tests find here.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { KernelManifest } from '../kernel/manifest.ts';
import { compile, type Target } from './asc.ts';
import { root } from './root.ts';

const folder = 'assembly/kernels';

/** Ids of all kernels, sorted. */
export function kernelIds(): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The manifest of a kernel. Throws, naming the kernels that exist, when there is none of that id. */
export async function manifestOf(id: string): Promise<KernelManifest> {
  const known = kernelIds();
  if (!known.includes(id)) throw new Error(`no kernel "${id}", expected one of: ${known.join(', ')}`);
  const url = pathToFileURL(path.join(root, folder, id, 'manifest.ts')).href;
  return ((await import(/* @vite-ignore */ url)) as { default: KernelManifest }).default;
}

/** The compiled kernel as bytes. */
export function wasmOf(id: string, target: Target = 'release'): Promise<Uint8Array<ArrayBuffer>> {
  return compile(`${folder}/${id}/kernel.ts`, target);
}

/** Manifest and compiled module: what `instantiate` takes. */
export async function loadKernel(
  id: string,
  target: Target = 'release',
): Promise<{ manifest: KernelManifest; module: WebAssembly.Module }> {
  const manifest = await manifestOf(id);
  return { manifest, module: await WebAssembly.compile(await wasmOf(id, target)) };
}
