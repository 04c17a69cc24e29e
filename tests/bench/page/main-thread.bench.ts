/**
 * How long the main thread is busy for each frame while a figure plays: the time that all its tasks (script, style,
 * layout, paint) had the processor, over the frames shown.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type CDPSession, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { demoIds, demoOf } from '../../../src/build/demos.ts';
import { root } from '../../../src/build/root.ts';
import { launchOptions } from '../../../src/cli/chromium.ts';
import { serve } from '../../serve.ts';
import type { Bench } from '../bench.ts';
import { median } from '../race.ts';

const site = path.join(root, 'dist');
const windows = 3;
/** Seconds of a window, where the figure plays that long. */
const longest = 5;

interface Sample {
  /** Milliseconds a frame of all tasks, and of script alone. */
  readonly tasks: number;
  readonly script: number;
  readonly framesPerSecond: number;
}

/** Seconds that the browser has spent so far, by name. */
async function clocks(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** Plays the figure from its start and takes one window of it. */
async function sample(page: Page, session: CDPSession, seconds: number): Promise<Sample> {
  await page.evaluate(() => {
    const { figure } = document.querySelector('live-demo') as HTMLElement & { figure: { reset(): void; play(): void } };
    figure.reset();
    figure.play();
  });
  const before = await clocks(session);
  const frames = await page.evaluate(async (milliseconds) => {
    const end = performance.now() + milliseconds;
    let count = 0;
    for (; performance.now() < end; ++count) await new Promise(requestAnimationFrame);
    return count;
  }, 1000 * seconds);
  const after = await clocks(session);
  if ((await page.locator('live-demo.playing').count()) === 0)
    throw new Error(`the figure does not play for ${seconds} s`);
  const spent = (name: string) => (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN);
  return {
    tasks: (1000 * spent('TaskDuration')) / frames,
    script: (1000 * spent('ScriptDuration')) / frames,
    framesPerSecond: frames / spent('Timestamp'),
  };
}

/** Milliseconds a frame, in a browser of its own. */
async function measure(demo: string, options: LaunchOptions): Promise<number> {
  const { ticks, rate } = await demoOf(demo);
  const seconds = Math.min(longest, (0.8 * ticks) / rate);
  const host = await serve(site, '/');
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${host.url}demo/${demo}/index.html`);
    await page.locator('live-demo.playing').waitFor();
    await sample(page, session, seconds);
    const samples: Sample[] = [];
    for (let k = 0; k < windows; ++k) samples.push(await sample(page, session, seconds));
    const middle = (name: keyof Sample) => median(samples.map((taken) => taken[name]));
    const details = `${middle('script').toFixed(2)} ms of script, ${middle('framesPerSecond').toFixed(0)} frames a second`;
    console.error(`main-thread/${demo}: ${details}`);
    return middle('tasks');
  } finally {
    await browser.close();
    host.close();
  }
}

/** Nothing where there is no browser, which is said. */
function browserOptions(): LaunchOptions | undefined {
  try {
    return launchOptions();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

export default demoIds().map((demo) => ({
  name: `main-thread/${demo}`,
  size: 0,
  async measure() {
    const options = browserOptions();
    if (!options) return undefined;
    if (!existsSync(site)) execFileSync('npx', ['vite', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
    return { ms: await measure(demo, options), bytes: 0, ratios: {} };
  },
})) satisfies Bench[];
