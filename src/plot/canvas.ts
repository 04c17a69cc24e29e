/**
 * A canvas for what is an image: particles, digits, fields. It fills its host, its pixels are the screen's pixels under
 * any scale of the slide, and it repaints itself when its size or the theme changes.
 */
import { htmlElement } from './elements.ts';

export interface Paper {
  readonly context: CanvasRenderingContext2D;
  /** Size in untransformed CSS px, the unit of the context. */
  readonly width: number;
  readonly height: number;
  /** The value of a theme token, such as `--ink`. */
  token(name: string): string;
}

export interface Canvas {
  /** Paints now; nothing while the host has no size. */
  draw(): void;
  destroy(): void;
}

/** Backing stores beyond this many pixels per CSS pixel cost more than they show. */
const finest = 4;

/** A canvas that fills `host`, a positioned block; `paint` finds it blank. */
export function canvas(host: HTMLElement, paint: (paper: Paper) => void): Canvas {
  const element = htmlElement(host, 'canvas', 'plot-canvas');
  element.setAttribute('aria-hidden', 'true');
  const context = element.getContext('2d');
  let drawn = false;

  const draw = () => {
    drawn = true;
    const width = host.clientWidth;
    const height = host.clientHeight;
    if (!context || width === 0 || height === 0) return;
    const style = getComputedStyle(element);
    const ratio = resolution(style);
    const columns = Math.round(width * ratio);
    const rows = Math.round(height * ratio);
    if (element.width !== columns) element.width = columns;
    if (element.height !== rows) element.height = rows;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, columns, rows);
    context.setTransform(columns / width, 0, 0, rows / height, 0, 0);
    paint({ context, width, height, token: (name) => style.getPropertyValue(name).trim() });
  };
  const redraw = () => {
    if (drawn) draw();
  };
  const stop = onChange(host, redraw);
  return {
    draw,
    destroy() {
      stop();
      element.remove();
    },
  };
}

/**
 * Device pixels per CSS pixel: the screen's ratio times the slide's scale. Where no deck gives a scale (print, a page
 * without a deck) at least 2.
 */
function resolution(style: CSSStyleDeclaration): number {
  const scale = Number.parseFloat(style.getPropertyValue('--slide-scale'));
  const ratio = Number.isNaN(scale) ? Math.max(2, devicePixelRatio) : devicePixelRatio * scale;
  return Math.min(finest, ratio);
}

/** Calls `redraw` when the size of `host`, the size of the window or the theme changes, until the result is called. */
function onChange(host: HTMLElement, redraw: () => void): () => void {
  const size = new ResizeObserver(redraw);
  size.observe(host);
  const scale = () => requestAnimationFrame(redraw);
  window.addEventListener('resize', scale);
  const stop = onTheme(redraw);
  return () => {
    size.disconnect();
    window.removeEventListener('resize', scale);
    stop();
  };
}

/** Calls `redraw` when the theme changes, until the result is called. */
export function onTheme(redraw: () => void): () => void {
  const theme = new MutationObserver(redraw);
  theme.observe(document.documentElement, { attributeFilter: ['class', 'data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', redraw);
  return () => {
    theme.disconnect();
    system.removeEventListener('change', redraw);
  };
}
