/** Figures as a reader meets them: by what is painted, by their controls, and by what they say. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Points in a drawn curve. */
const pointsIn = (path: string | null): number => (path?.match(/\d+(\.\d+)?/g)?.length ?? 0) / 2;

/** Points in the drawn curves of simulations, one number for each curve. */
export const points = async (figure: Locator): Promise<number[]> => {
  const curves = await figure.locator('.plot-simulation').evaluateAll((all) => all.map((one) => one.getAttribute('d')));
  return curves.map(pointsIn);
};

/** Points in the longest curve of simulations of each chart that has such. */
async function longest(figure: Locator): Promise<number[]> {
  const charts = await figure.evaluate((root) =>
    [...root.querySelectorAll('.plot:has(.plot-simulation)')].map((chart) =>
      [...chart.querySelectorAll('.plot-simulation')].map((curve) => curve.getAttribute('d')),
    ),
  );
  return charts.map((curves) => Math.max(...curves.map(pointsIn)));
}

/** Everything that a figure has drawn, as text. */
export const picture = (figure: Locator): Promise<string> =>
  figure.evaluate((root) => {
    const paths = [...root.querySelectorAll('.panel path')].map((path) => path.getAttribute('d'));
    const images = [...root.querySelectorAll<HTMLCanvasElement>('.panel canvas')].map((canvas) => canvas.toDataURL());
    return [...paths, ...images].join('\n');
  });

/** The time that a figure shows. */
export const time = (figure: Locator): Promise<string | null> => figure.locator('.time').textContent();

/** A button by what it says, such as `Pause`. */
export const button = (figure: Locator, title: string): Locator => figure.locator(`button[title="${title}"]`);

/** The slider of the number of that name. */
export const slider = (figure: Locator, name: string): Locator =>
  figure.locator(`input[type="range"][aria-label^="${name}: "]`);

/** The value that a slider says it has. */
export const value = (range: Locator): Promise<string | null> => range.getAttribute('aria-valuetext');

/** The arrow keys that take a slider towards its middle, and back. */
export async function arrows(range: Locator): Promise<['ArrowLeft' | 'ArrowRight', 'ArrowLeft' | 'ArrowRight']> {
  const place = Number(await range.inputValue()) / Number(await range.getAttribute('max'));
  return place < 0.5 ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
}

/** Clicks on a slider's track, far from where the slider is; resolves when it says its new value. */
export async function clickAway(range: Locator): Promise<void> {
  const before = await value(range);
  const { width, height } = (await range.boundingBox()) as { width: number; height: number };
  const place = Number(await range.inputValue()) / Number(await range.getAttribute('max'));
  await range.click({ position: { x: (place < 0.5 ? 0.9 : 0.1) * width, y: height / 2 } });
  await expect.poll(() => value(range)).not.toBe(before);
}

/**
 * Waits until the figure has started: it has painted more than a few steps, in a curve of every chart that has curves of
 * simulations, and says so. A curve of a later waiting time begins later.
 */
export async function started(figure: Locator): Promise<void> {
  const name = await figure.getAttribute('name');
  const state = async () => {
    const least = Math.min(...(await longest(figure)));
    if (least > 4) return 'started';
    const said = (await figure.locator('.failure').allTextContents()).join('; ');
    return `${name} ${await figure.getAttribute('class')}: ${least} points at ${await time(figure)}. ${said}`;
  };
  await expect.poll(state).toBe('started');
  await expect.poll(() => figure.locator('.status').textContent(), { message: `status of ${name}` }).toMatch(/\d/);
  const numbers = await figure.locator('.read-out-value').allTextContents();
  for (const text of numbers) expect(text).toMatch(/^([\u2212]?\d|\u2013$)/);
  expect((await figure.locator('.failure').allTextContents()).join('')).toBe('');
}

/** Stops a figure that has started, unless it rests already, and waits for what its workers had begun. */
export async function pause(figure: Locator): Promise<void> {
  if ((await button(figure, 'Pause').count()) > 0) await button(figure, 'Pause').click();
  const isStill = async () => {
    const shown = await picture(figure);
    await figure.page().waitForTimeout(300);
    return shown === (await picture(figure));
  };
  await expect.poll(isStill).toBe(true);
}

/** The time of a figure that has taken no step. */
export const atStart = /^(t = 0(\.0+)?|0 of \d+ seeds)$/;

/** Brings a resting figure back to its start. */
export async function rewind(figure: Locator): Promise<void> {
  await button(figure, 'Reset').click();
  await expect.poll(() => time(figure)).toMatch(atStart);
}

/** Takes `count` steps one by one; what is painted after each. */
export async function walk(figure: Locator, count: number): Promise<string[]> {
  const pictures: string[] = [];
  while (pictures.length < count) {
    const before = await time(figure);
    await button(figure, 'One step').click();
    await expect.poll(() => time(figure)).not.toBe(before);
    pictures.push(await picture(figure));
  }
  return pictures;
}
