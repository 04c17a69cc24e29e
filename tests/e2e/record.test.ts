/** What a figure gives away can be made again: the command that it shows prints the file that it saves, to the byte. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoIds, demoOf } from '../../src/build/demos.ts';
import { root } from '../../src/build/root.ts';
import type { DemoRun } from '../../src/demo/definition.ts';
import figures from '../../src/talk/demo-figures.ts';
import type { FigureSpec } from '../../src/talk/figures.ts';
import { type Saved, savedBy, sheetOf } from './about-sheet.ts';
import { clickAway, slider, started, time, walk } from './figure.ts';
import { test } from './visit.ts';

const start = 'npm run -s glassdeck -- ';
/** Steps that are taken by hand, by a figure that does not stand at once. */
const steps = 3;

/** Runs a command that the page shows, as a shell would. */
async function printed(command: string, ...more: string[]): Promise<string> {
  expect(command.slice(0, start.length)).toBe(start);
  const words = command.slice(start.length).match(/"[^"]*"|\S+/g) ?? [];
  const args = words.map((word) => word.replace(/^"(.*)"$/, '$1'));
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  const options = { cwd: root, maxBuffer: 2 ** 28 };
  return (await promisify(execFile)(tsx, ['src/cli/main.ts', ...args, ...more], options)).stdout;
}

/** The file that the command of a sweep writes, but for the line that tells which code it ran. */
async function written(command: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'glassdeck-'));
  const file = path.join(folder, 'rows.csv');
  await printed(command.replace(/-o \S+$/, `-o ${file}`));
  const text = await readFile(file, 'utf8');
  await rm(folder, { recursive: true });
  return text.replace(/^# code: .*\n/m, '');
}

interface Taken {
  readonly command: string;
  readonly csv: Saved;
  readonly json: Saved;
}

/** What the sheet gives of a run; again from the start where rows came in meanwhile. */
async function taken(sheet: Locator, run: string): Promise<Taken> {
  const shown = async () =>
    (await sheet.getByLabel(`Command that repeats ${run}`, { exact: true }).textContent()) ?? '';
  const command = await shown();
  const csv = await savedBy(sheet, `Data of ${run} as CSV`);
  const json = await savedBy(sheet, `Data of ${run} as JSON`);
  return command === (await shown()) ? { command, csv, json } : taken(sheet, run);
}

/** The sweeps of one kernel differ in their numbers alone: the first stands for them. */
const isFirst = ([, run]: [string, DemoRun], k: number, all: [string, DemoRun][]): boolean =>
  !run.sweep || all.findIndex(([, { kernel }]) => kernel === run.kernel) === k;

/** Rows of a sweep's CSV as objects. */
function rowsOf(csv: string): Record<string, string | number>[] {
  const [head = '', ...lines] = csv
    .trimEnd()
    .replace(/^#.*\n/gm, '')
    .split('\n');
  const names = head.split(',');
  const read = (word: string) => (word === '' || Number.isNaN(Number(word)) ? word : Number(word));
  return lines.map((line) => Object.fromEntries(line.split(',').map((word, k) => [names[k] as string, read(word)])));
}

describe.each(demoIds())('%s', async (id) => {
  const { runs, controls, onChange, ticks } = await demoOf(id);
  const { params } = figures.get(id) as FigureSpec;
  const live = controls.filter((name) => params.get(name)?.kind === 'param');

  test('saves data that its command prints to the byte, with what was moved in mid-run', async ({ open }) => {
    const page = await open(`demo/${id}/`);
    const figure = page.locator('live-demo');
    await started(figure);
    for (const control of ticks > steps ? [...live, ...live] : []) {
      const before = await time(figure);
      await clickAway(slider(figure, control));
      if (onChange === 'continue') await expect.poll(() => time(figure)).not.toBe(before);
    }
    if (ticks > steps) await walk(figure, steps);

    const sheet = await sheetOf(figure);
    for (const [k, [name, { sweep, fixed = {} }]] of Object.entries<DemoRun>(runs).filter(isFirst).entries()) {
      const { command, csv, json } = await taken(sheet, name);
      expect(csv.name).toBe(`${id}-${name}-seed1.csv`);
      expect(csv.text.trimEnd().split('\n').length).toBeGreaterThan(ticks > steps ? 8 : 2);
      const isMoved = onChange === 'continue' && live.some((control) => !(control in fixed));
      expect(csv.text.includes('# change: ')).toBe(isMoved);
      expect(csv.text).toBe(sweep ? await written(command) : await printed(command));
      expect(json.name).toBe(`${id}-${name}-seed1.json`);
      if (sweep) expect(JSON.parse(json.text).rows).toEqual(rowsOf(csv.text));
      else if (k === 0) expect(json.text).toBe(await printed(command, '--format', 'json'));
    }
  });
});
