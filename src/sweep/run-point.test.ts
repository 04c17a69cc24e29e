/** One point on a kernel of a few lines. */
import { describe, expect, test } from 'vitest';
import { fatalDrive, instantiate, opening, rowsByHand, tooManySites, walk } from '../session/fixtures/walk.ts';
import { parseCondition } from './condition.ts';
import { createPlan, type Sweep } from './plan.ts';
import { runPoint } from './run-point.ts';

const outcome = (sweep: Partial<Sweep>) => {
  const plan = createPlan(walk, { grid: {}, seeds: [7], steps: 6, ...sweep });
  return runPoint(instantiate, opening.module, walk, plan.point(0));
};
/** `[step, t, x]` from step 0 on. */
const rows = rowsByHand({ ...opening, record: [] }, 6);

describe('a run', () => {
  test('keeps its last row', () => {
    expect(outcome({})).toEqual({ rows: [rows[6]], steps: 6, end: 'steps' });
    expect(outcome({ steps: 0 })).toEqual({ rows: [rows[0]], steps: 0, end: 'steps' });
  });

  test('keeps every so many steps as well, and the last row once', () => {
    expect(outcome({ every: 4 }).rows).toEqual([rows[0], rows[4], rows[6]]);
    expect(outcome({ every: 3 }).rows).toEqual([rows[0], rows[3], rows[6]]);
  });

  test('ends at the first step that meets the condition', () => {
    const sign = (k: number) => (rows[k]?.[2] as number) < 4;
    const first = rows.findIndex((_, k) => sign(k));
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(6);
    const until = parseCondition('here', 'x < 4', walk);
    expect(outcome({ until })).toEqual({ rows: [rows[first]], steps: first, end: 'until' });
    expect(outcome({ until: { ...until, value: -99 } })).toEqual({ rows: [rows[6]], steps: 6, end: 'steps' });
    expect(outcome({ until: { ...until, sign: '>', value: 6.9 } })).toMatchObject({ steps: 0, end: 'until' });
  });

  test('that fails says why, and keeps what came before', () => {
    expect(outcome({ grid: { drive: [fatalDrive] }, every: 1 })).toEqual({
      rows: [rows[0]],
      steps: 0,
      end: 'failed',
      reason: 'walk: x is NaN at step 1 with drive=13 gain=0.5',
    });
    const { end, reason, rows: none } = outcome({ grid: { n: [tooManySites] } });
    expect({ end, none }).toEqual({ end: 'failed', none: [] });
    expect(reason).toMatch(/out of memory/);
  });
});

describe('a condition', () => {
  test.each([
    ['x', 'here is no condition, expected "OBSERVABLE>NUMBER" or "OBSERVABLE<NUMBER"'],
    ['x>', 'here is no condition, expected "OBSERVABLE>NUMBER" or "OBSERVABLE<NUMBER"'],
    ['x>=2', 'here is no condition, expected "OBSERVABLE>NUMBER" or "OBSERVABLE<NUMBER"'],
    ['x>two', 'here is no condition, expected "OBSERVABLE>NUMBER" or "OBSERVABLE<NUMBER"'],
    ['y>2', 'here has no observable "y", expected one of: t, x'],
  ])('is not "%s"', (text, message) => {
    expect(() => parseCondition('here', text, walk)).toThrow(new Error(message));
  });
});
