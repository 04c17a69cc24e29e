// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { asksForPrint, preparePrint } from './print.ts';
import type { Deck } from './reveal.ts';

describe('a query', () => {
  it.each(['?view=print', '?print-pdf', '?showNotes=true&view=print'])('%s asks for pages', (query) => {
    expect(asksForPrint(query)).toBe(true);
  });
  it.each(['', '?view=scroll', '?receiver'])('"%s" asks for a show', (query) => {
    expect(asksForPrint(query)).toBe(false);
  });
});

describe('print', () => {
  it.each([
    [true, ['f0 {}', 'f1 {"r":"1"}', 'f2 {}']],
    [false, []],
  ])(
    'paints each page, folds those of single states (%s), and is ready although a figure fails',
    async (separate, folds) => {
      Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve() } });
      const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
      const log: string[] = [];
      let paint = () => {};
      const painted = new Promise<void>((resolve) => {
        paint = resolve;
      });
      const slides = document.createElement('div');
      slides.innerHTML = ['', 'visible', 'broken']
        .map((state, i) => {
          const fragment = `<p class="fragment ${state}" data-set="r=${i}"></p>`;
          return `<div class="pdf-page"><section>${fragment}<live-demo id="f${i}"></live-demo></section></div>`;
        })
        .join('');
      for (const figure of slides.querySelectorAll('live-demo')) {
        Object.assign(figure, {
          fold: (settings: unknown) => log.push(`${figure.id} ${JSON.stringify(settings)}`),
          still: async () => {
            if (figure.closest('section')?.querySelector('.broken')) throw new Error('broken');
            await painted;
            log.push(`${figure.id} still`);
          },
        });
      }
      const on = slides.addEventListener.bind(slides);
      const getConfig = () => ({ pdfSeparateFragments: separate });
      preparePrint({ on, getConfig, getSlidesElement: () => slides } as unknown as Deck);
      const ready = vi.fn();
      window.deckPrintReady?.then(ready);
      slides.dispatchEvent(new Event('pdf-ready'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(ready).not.toHaveBeenCalled();
      paint();
      await window.deckPrintReady;
      expect(log).toEqual([...folds, 'f0 still', 'f1 still']);
      silence.mockRestore();
    },
  );
});
