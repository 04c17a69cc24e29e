/** The kernels as a page finds them: manifests by glob, modules fetched and compiled once, on demand. */
import urls from 'virtual:kernels';
import type { KernelManifest } from './manifest.ts';

const found = import.meta.glob<KernelManifest>('../../assembly/kernels/*/manifest.ts', {
  eager: true,
  import: 'default',
});
const manifests = new Map(Object.values(found).map((manifest) => [manifest.id, manifest]));
const modules = new Map<string, Promise<WebAssembly.Module>>();
const listeners = new Set<(id: string) => void>();

/** The manifest of a kernel. Throws, naming the kernels that exist, when there is none of that id. */
export function manifestOf(id: string): KernelManifest {
  const manifest = manifests.get(id);
  if (!manifest) throw new Error(`no kernel "${id}", expected one of: ${[...manifests.keys()].join(', ')}`);
  return manifest;
}

/**
 * The compiled module of a kernel. Compiling from bytes works on hosts that send a wrong MIME type and from data: URLs.
 *
 * @throws with the kernel's id and the HTTP status when it cannot be fetched.
 */
export function moduleOf(id: string): Promise<WebAssembly.Module> {
  let module = modules.get(id);
  if (!module) {
    module = load(id, urls[id]);
    modules.set(id, module);
    module.catch(() => modules.delete(id));
  }
  return module;
}

async function load(id: string, url: string | undefined): Promise<WebAssembly.Module> {
  if (url === undefined) throw new Error(`no compiled kernel "${id}"`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`kernel "${id}" could not be loaded: ${response.status} ${response.statusText}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Calls `listener` with the id of a kernel that was compiled again while the page is open (development only). */
export function onKernelUpdate(listener: (id: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

import.meta.hot?.on('glassdeck:kernel', ({ id, url }: { id: string; url: string }) => {
  modules.set(id, load(id, url));
  for (const listener of listeners) listener(id);
});
