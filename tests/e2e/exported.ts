/** Exported figures: how a test gets one, and what it asks of it. */
import path from 'node:path';
import katex from 'katex';
import type { Locator, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { expect } from 'vitest';
import { root } from '../../src/build/root.ts';
import { texTable } from '../../src/talk/tex-table.ts';

/** The script that brings `export-page.ts` into a page. */
export async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [texTable()],
    build: {
      write: false,
      lib: { entry: path.join(root, 'tests/e2e/export-page.ts'), formats: ['iife'], name: 'exportPage' },
    },
  });
  const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
  return (output.find(({ type }) => type === 'chunk') as Rolldown.OutputChunk).code;
}

/** The words that go with an exported figure here, with what markup has to escape. */
export const about = { title: 'A < B & "C"', description: 'What <b>it</b> shows' };

/** The SVG of `element`. */
export const svgOf = (element: Locator): Promise<string> =>
  element.evaluate((node, words) => window.brought.svgOf(node as HTMLElement, words), about);

/** An SVG document as a PNG. */
export async function pngOf(page: Page, svg: string, scale?: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([svg, scale]) => {
      const blob = await window.brought.pngOf(svg, scale);
      return Array.from(new Uint8Array(await blob.arrayBuffer()));
    },
    [svg, scale] as const,
  );
  return Buffer.from(bytes);
}

/** `element` as the browser shows it and as it is exported, at one moment: of a figure that paints, between two frames. */
export async function both(element: Locator): Promise<{ svg: string; screenshot: Buffer; sight: Sight }> {
  let svg = '';
  let screenshot: Buffer = Buffer.alloc(0);
  let sight: Sight = { text: '', curves: [], images: 0 };
  await expect
    .poll(async () => {
      svg = await svgOf(element);
      screenshot = await element.screenshot();
      sight = await seen(element);
      return (await svgOf(element)) === svg;
    })
    .toBe(true);
  return { svg, screenshot, sight };
}

/** What a document has, or should not have. */
export interface Contents {
  readonly error: string | undefined;
  readonly words: { readonly title: string; readonly description: string };
  /** Names of elements that are not SVG or that could run, or bring in HTML. */
  readonly foreign: string[];
  /** Addresses of something outside of the document. */
  readonly outside: string[];
  /** All words, without white space. */
  readonly text: string;
  /** All curves, each the width of its line and its path. */
  readonly curves: string[];
  readonly images: number;
}

export const contentsOf = (page: Page, svg: string): Promise<Contents> => page.evaluate(readDocument, svg);

function readDocument(svg: string): Contents {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const elements = [...parsed.querySelectorAll('*')];
  const isForeign = ({ namespaceURI, localName }: Element) =>
    namespaceURI !== 'http://www.w3.org/2000/svg' || /^(script|foreignObject|iframe|a)$/.test(localName);
  const values = elements.flatMap((element) => [...element.attributes].map(({ name, value }) => ({ name, value })));
  const links = values.filter(({ name }) => /href|src/.test(name)).map(({ value }) => value);
  const styles = [...values.map(({ value }) => value), ...elements.map(({ textContent }) => textContent ?? '')];
  const urls = styles.flatMap((text) => [...text.matchAll(/url\(\s*["']?([^)]*)/g)].map(([, url]) => url as string));
  const texts = elements.filter(({ localName }) => localName === 'text');
  return {
    error: parsed.querySelector('parsererror')?.textContent ?? undefined,
    words: {
      title: parsed.querySelector('svg > title')?.textContent ?? '',
      description: parsed.querySelector('svg > desc')?.textContent ?? '',
    },
    foreign: elements.filter(isForeign).map(({ localName }) => localName),
    outside: [...links, ...urls].filter((url) => !/^(#|data:)/.test(url)).map((url) => url.slice(0, 80)),
    text: texts.map(({ textContent }) => textContent?.replace(/\s/g, '')).join(''),
    curves: elements
      .filter((element) => element.getAttribute('d'))
      .map((element) => {
        const width = element.hasAttribute('stroke') ? Number(element.getAttribute('stroke-width') ?? 1) : 0;
        return `${width} px: ${element.getAttribute('d')?.replace(/\s+/g, ' ')}`;
      }),
    images: elements.filter(({ localName }) => localName === 'image').length,
  };
}

type Sight = Pick<Contents, 'text' | 'curves' | 'images'>;

/** What a reader of the page sees in `element`, in the same terms. */
const seen = (element: Locator): Promise<Sight> =>
  element.evaluate((root) => {
    const isSeen = (node: Element | null): node is Element =>
      node?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (isSeen(parentElement) && !parentElement.closest('.katex-mathml')) text += textContent;
    }
    const paths = [...root.querySelectorAll('path')].filter(isSeen);
    return {
      text: text.replace(/[\s\u200b]/g, ''),
      curves: paths
        .filter((path) => path.getAttribute('d'))
        .map((path) => {
          const { stroke, strokeWidth } = getComputedStyle(path);
          const width = stroke === 'none' ? 0 : Number.parseFloat(strokeWidth);
          return `${width} px: ${path.getAttribute('d')?.replace(/\s+/g, ' ')}`;
        }),
      images: [...root.querySelectorAll('canvas')].filter(isSeen).length,
    };
  });

export const sizeOf = (element: Locator): Promise<{ width: number; height: number }> =>
  element.evaluate((node) => ({
    width: (node as HTMLElement).offsetWidth,
    height: (node as HTMLElement).offsetHeight,
  }));

/**
 * Puts over the page what demos do not have, or not yet: images, one of them mirrored, turned and wrapped words, roots,
 * borders, what is cut off, faint or mixed colours, words in a drawing, and what is not to be seen.
 */
export async function oddFigure(page: Page): Promise<Locator> {
  const formula = katex.renderToString('\\sqrt{\\frac{a}{b}} = \\vec{x} + \\widehat{abc}');
  await page.evaluate((formula) => {
    const figure = document.createElement('div');
    figure.id = 'odd';
    figure.style.cssText = `position: fixed; inset: 0 auto auto 0; z-index: 9; width: 700px; height: 420px;
      background: var(--paper); color: var(--ink); font: 20px/1.2 var(--font-sans)`;
    const at = (left: number, top: number, style = '') =>
      `style="position: absolute; left: ${left}px; top: ${top}px; ${style}"`;
    figure.innerHTML = `
      <div ${at(20, 0, 'width: 300px; height: 240px')} class="host"></div>
      <div ${at(340, 20, 'font-size: 30px')}>${formula}</div>
      <p ${at(340, 90, 'width: 150px; margin: 0')}>words that were wrapped <b>into</b> a few lines,
        <i>seen</i></p>
      <p ${at(520, 90, 'width: 90px; margin: 0; overflow: hidden; white-space: nowrap')}>cut off at the side</p>
      <p ${at(520, 160, 'margin: 0; transform: rotate(-90deg); border-left: 3px solid var(--accent)')}>turned up</p>
      <p ${at(640, 60, 'margin: 0; writing-mode: horizontal-tb; transform: scale(-1, 1)')}>mirror</p>
      <p ${at(340, 220, 'margin: 0; padding: 4px; border: 4px dashed var(--accent); border-radius: 0')}>dashed</p>
      <p ${at(460, 220, 'margin: 0; padding: 6px; border-radius: 8px; background: color-mix(in oklab, var(--ink) 12%, transparent)')}>behind</p>
      <p ${at(580, 220, 'margin: 0; opacity: 0.4; border-bottom: 1px solid')}>faint <span style="visibility: hidden">unseen</span></p>
      <svg ${at(20, 260, 'width: 300px; height: 140px')} viewBox="0 0 150 70" onload="unseen()">
        <style>.odd { fill: color-mix(in oklab, var(--hue-amp) 40%, transparent); stroke: var(--hue-sgd); fill-opacity: 0.5; r: 20px }</style>
        <script type="text/plain">unseen</script>
        <g transform="translate(30, 30) rotate(20)" opacity="0.7"><circle class="odd" data-odd="unseen" /><path d="M0,0h60v20z" class="odd" style="stroke-dasharray: 4px 2px" /></g>
        <text x="100" y="30" text-anchor="middle" style="font-weight: 600; fill: var(--hue-langevin)">seen <tspan style="fill: rgb(0, 0, 0)">too</tspan></text>
        <path d="M100,60h40" class="odd" visibility="hidden" /><text x="100" y="50" display="none">unseen</text>
        <rect x="100" y="50" width="200" height="10" />
      </svg>
      <div ${at(340, 280, 'width: 100px; height: 60px; overflow: hidden; border: 5px solid var(--ink-3)')}>
        <canvas width="40" height="40" style="position: absolute; left: 40px; top: 20px; width: 120px; height: 80px"></canvas>
      </div>
      <p style="display: none">unseen</p><p style="opacity: 0">unseen</p>
      <p ${at(340, 380, 'margin: 0; clip-path: inset(50%)')}>unseen</p>
      <p ${at(340, 380, 'margin: 0; clip: rect(1px, 1px, 1px, 1px)')}>unseen</p>
      <p ${at(460, 380, 'margin: 0; visibility: hidden')}>unseen <span style="visibility: visible">seen</span></p>`;
    document.body.append(figure);
    const context = figure.querySelector('canvas')?.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = getComputedStyle(figure).getPropertyValue('--hue-spectral');
    context.fillRect(0, 0, 30, 20);
    const chart = window.brought.chart(figure.querySelector('.host') as HTMLElement, {
      x: { label: 'x', domain: [1, 0] },
      y: { label: 'y', domain: [0, 1] },
    });
    const field = chart.field({ scheme: 'sequential', range: [0, 11], x: [0.1, 0.7], y: [0.2, 0.9] });
    field.set(
      Array.from({ length: 12 }, (_, i) => i),
      3,
      4,
    );
    const [xs, ys] = [
      [0.05, 0.95],
      [0.1, 0.8],
    ];
    chart.curve({ hue: 'amp', style: 'theory', label: 'a curve' }).set(xs, ys);
    chart.draw();
  }, formula);
  return page.locator('#odd');
}
