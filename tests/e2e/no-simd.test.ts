/** A browser that runs WebAssembly and refuses the instructions of the kernels. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { showsStill } from './box.ts';
import { phone, screen, test } from './visit.ts';

/** Runs in the page before its scripts: as Safari before 16.4 does, it refuses modules with vector instructions. */
function withoutSimd(): void {
  WebAssembly.validate = () => false;
  WebAssembly.compile = async () => {
    throw new WebAssembly.CompileError('WebAssembly.Module does not parse at byte 2: invalid opcode 253');
  };
}

const words = /^this browser runs WebAssembly without SIMD, which the kernels need\. \S/;

describe.each([
  ['on a screen', screen],
  ['on a phone', phone],
])('%s', (_, viewport) => {
  test.for([
    ['a slide', 'rehearsal/#/line', 'section.present live-demo'],
    ['the page of a figure', 'demo/line-is-straight/', 'main live-demo'],
    ['a frame', 'demo/line-is-straight/frame.html', 'main live-demo'],
  ] as const)('%s names SIMD beside the still', async ([, address, where], { open }) => {
    const page: Page = await open(address, { viewport, before: withoutSimd });
    const figure: Locator = page.locator(where);
    await showsStill(figure, words);
    if (where.startsWith('main')) return;
    await page.keyboard.press('PageUp');
    await expect.poll(() => page.locator('section.present').getAttribute('id')).toBe('words');
  });
});
