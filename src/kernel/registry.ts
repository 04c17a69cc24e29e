/** The kernels as a page finds them: manifests by glob, modules fetched and compiled once, on demand. */
import urls from 'virtual:kernels';
import { simd } from 'wasm-feature-detect';
import { messageOf } from './failure.ts';
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
 * @throws with the kernel's id and the reason (an HTTP status, say) when it cannot be fetched or compiled.
 */
export function moduleOf(id: string): Promise<WebAssembly.Module> {
  return modules.get(id) ?? keep(id, urls[id]);
}

/** A module that could not be loaded is asked for anew the next time. */
function keep(id: string, url: string | undefined): Promise<WebAssembly.Module> {
  const module = load(id, url);
  modules.set(id, module);
  module.catch(() => {
    if (modules.get(id) === module) modules.delete(id);
  });
  return module;
}

async function load(id: string, url: string | undefined): Promise<WebAssembly.Module> {
  if (url === undefined) throw new Error(`no compiled kernel "${id}"`);
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    return await WebAssembly.compile(await unpacked(url, response).arrayBuffer());
  } catch (error) {
    if (error instanceof WebAssembly.CompileError && !(await simd())) {
      throw new Error('this browser runs WebAssembly without SIMD, which the kernels need', { cause: error });
    }
    throw new Error(`kernel "${id}" could not be loaded: ${messageOf(error)}`, { cause: error });
  }
}

/** A talk that is one file holds its kernels compressed. */
function unpacked(url: string, response: Response): Response {
  if (!url.startsWith('data:application/gzip') || !response.body) return response;
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
}

/** Calls `listener` with the id of a kernel that was compiled again while the page is open (development only). */
export function onKernelUpdate(listener: (id: string) => void): void {
  listeners.add(listener);
}

import.meta.hot?.on('glassdeck:kernel', ({ id, url }: { id: string; url: string }) => {
  keep(id, url);
  for (const listener of listeners) listener(id);
});
