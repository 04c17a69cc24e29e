/** A figure's rows with all that made them, and the command that makes them again. */
import { describe, expect, test } from 'vitest';
import type { Values } from '../kernel/manifest.ts';
import { version } from '../kernel/version.ts';
import { walk } from '../session/fixtures/walk.ts';
import type { Demo, DemoRun } from './definition.ts';
import type { FigureChange } from './history.ts';
import { csvOf, jsonOf, type Recorded, recordOf } from './record.ts';
import type { RunView } from './view.ts';

const start = { seed: 5, n: 4, drive: 1.5, gain: 0.25, other: 3 };

/** A figure with one run whose trajectory has rows at these steps: t is half the step, x its square. */
function figureOf(
  steps: readonly number[],
  run: Partial<DemoRun> = {},
  changes: FigureChange[] = [],
  tick = 9,
): Recorded {
  const columns: Record<string, Float64Array> = {
    step: Float64Array.from(steps),
    t: Float64Array.from(steps, (step) => step / 2),
    x: Float64Array.from(steps, (step) => step * step),
  };
  const column = (name: string) => columns[name] as Float64Array;
  return {
    demo: { runs: { it: { kernel: 'walk', ...run } } } as unknown as Demo,
    runs: { it: { length: steps.length, column } as RunView },
    tick,
    state: () => ({ start, changes, tick }),
  };
}

const recorded = (...args: Parameters<typeof figureOf>) => {
  const record = recordOf(figureOf(...args), 'it', walk);
  if (!record) throw new Error('expected a record');
  return record;
};
const change = (tick: number, values: Values): FigureChange => ({ tick, values });

test('a record has every number of its kernel, in the order of the manifest, and no other', () => {
  const record = recorded([0, 1, 2]);
  expect(record.provenance).toEqual({
    kernel: 'walk',
    version,
    seed: 5,
    setup: { n: 4 },
    params: { drive: 1.5, gain: 0.25 },
    changes: [],
  });
  expect(record.command).toBe(
    'npm run -s glassdeck -- run walk --n 4 --drive 1.5 --gain 0.25 --seed 5 --steps 2 --every 1',
  );
});

test('numbers that the run fixes are its own, whatever the figure says later', () => {
  const { provenance } = recorded([0, 1, 2], { fixed: { n: 2, gain: 0 } }, [change(1, { drive: 3, gain: 1 })]);
  expect(provenance.setup).toEqual({ n: 2 });
  expect(provenance.params).toEqual({ drive: 1.5, gain: 0 });
  expect(provenance.changes).toEqual([{ step: 1, params: { drive: 3 } }]);
});

test('numbers have the names that the kernel gives them', () => {
  const { provenance } = recorded([0, 1, 2], { names: { drive: 'other' } }, [change(1, { other: 3, drive: 4 })]);
  expect(provenance.changes).toEqual([{ step: 1, params: { drive: 3 } }]);
});

test('changes count in steps of the run, and those that no row has felt are left out', () => {
  const changes = [
    change(1, { other: 2 }),
    change(2, { gain: 0.5, drive: -1 }),
    change(4, { drive: 7 }),
    change(5, { drive: 8 }),
  ];
  const record = recorded([0, 4, 8, 12, 16, 20], { stepsPerTick: 4 }, changes);
  expect(record.provenance.changes).toEqual([
    { step: 8, params: { drive: -1, gain: 0.5 } },
    { step: 16, params: { drive: 7 } },
  ]);
  expect(record.command).toContain(
    ' --seed 5 --change "8 drive=-1 gain=0.5" --change "16 drive=7" --steps 20 --every 4',
  );
});

test('a long run keeps every other row, and the command knows', () => {
  const record = recorded([0, 16, 32, 48], { stepsPerTick: 4 });
  expect([record.length, record.steps, record.every]).toEqual([4, 48, 16]);
  expect(record.command).toMatch(/ --steps 48 --every 16$/);
});

describe('written down', () => {
  const record = recorded([0, 3], { stepsPerTick: 3 }, [change(0, { gain: 1e-7 })]);

  test('as CSV, a line for each number and each change', () => {
    expect(csvOf(record)).toBe(
      `# kernel: walk\n# version: ${version}\n# seed: 5\n# n: 4\n# drive: 1.5\n# gain: 0.25\n# change: 0 gain=1e-7\n` +
        'step,t,x\n0,0,0\n3,1.5,9\n',
    );
  });

  test('as JSON, an object for each row', () => {
    expect(JSON.parse(jsonOf(record))).toEqual({
      ...record.provenance,
      rows: [
        { step: 0, t: 0, x: 0 },
        { step: 3, t: 1.5, x: 9 },
      ],
    });
    expect(jsonOf(recorded([0, 3]))).not.toContain('changes');
  });
});

describe('there is no record', () => {
  test('of a run that is about to begin again: its rows are of other numbers', () => {
    expect(recordOf(figureOf([0, 1, 2], {}, [], 0), 'it', walk)).toBeUndefined();
  });

  test('before there is a step', () => {
    expect(recordOf(figureOf([]), 'it', walk)).toBeUndefined();
    expect(recordOf(figureOf([0]), 'it', walk)).toBeUndefined();
  });

  test('of a run that the figure does not have', () => {
    expect(() => recordOf(figureOf([0, 1]), 'that', walk)).toThrow('the figure has no run "that", expected one of: it');
  });
});
