/** Kernels as a page finds them. */
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { manifestOf, moduleOf } from './registry.ts';

vi.mock('virtual:kernels', () => ({
  default: {
    good: 'good.wasm',
    missing: 'missing.wasm',
    broken: 'broken.wasm',
    unreachable: 'unreachable.wasm',
    small: 'data:application/gzip;base64,',
  },
}));

/** The shortest module: magic number and version. */
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const served: Record<string, () => Response> = {
  'good.wasm': () => new Response(empty, { headers: { 'content-type': 'text/plain' } }),
  'missing.wasm': () => new Response('', { status: 404, statusText: 'Not Found' }),
  'data:application/gzip;base64,': () => new Response(new Uint8Array(gzipSync(empty))),
  'broken.wasm': () => new Response('<!doctype html>'),
};

function serve(files = served) {
  const fetched = vi.fn(async (url: string) => {
    const answer = files[url];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

test('an unknown kernel is named, with those that exist', () => {
  expect(() => manifestOf('nobody')).toThrow(/^no kernel "nobody", expected one of: \w+(-\w+)+, /);
});

describe('a module', () => {
  test('is fetched and compiled once, whatever its MIME type', async () => {
    const fetched = serve();
    const [first, second] = [moduleOf('good'), moduleOf('good')];
    expect(await first).toBeInstanceOf(WebAssembly.Module);
    expect(await second).toBe(await first);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['nobody', 'no compiled kernel "nobody"'],
    ['missing', 'kernel "missing" could not be loaded: 404 Not Found'],
    ['unreachable', 'kernel "unreachable" could not be loaded: Failed to fetch'],
    ['broken', /^kernel "broken" could not be loaded: .*magic/],
  ])('that cannot be loaded says which and why: %s', async (id, message) => {
    serve();
    await expect(moduleOf(id)).rejects.toThrow(message);
  });

  test('of a talk that is one file is unpacked', async () => {
    serve();
    expect(await moduleOf('small')).toBeInstanceOf(WebAssembly.Module);
  });

  test('that could not be loaded is asked for again', async () => {
    serve();
    await expect(moduleOf('missing')).rejects.toThrow('404');
    serve({ 'missing.wasm': () => new Response(empty) });
    expect(await moduleOf('missing')).toBeInstanceOf(WebAssembly.Module);
  });
});
