/** Columns of any run in a bounded space: which rows stay depends on their steps alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTrajectory, type Trajectory } from './trajectory.ts';

/** A row of step `s` is [s, s², -s]. */
const width = 3;
const rowsOf = (steps: readonly number[]) => Float64Array.from(steps.flatMap((s) => [s, s * s, -s]));
const stepsOf = (trajectory: Trajectory) => [...trajectory.column(0).subarray(0, trajectory.length)];
const multiples = (every: number, last: number) =>
  Array.from({ length: Math.floor(last / every) + 1 }, (_, k) => k * every);

describe('a trajectory', () => {
  test('keeps the multiples of a stride that doubled whenever they did not fit, whatever the batches', () => {
    const capacity = fc.integer({ min: 2, max: 9 });
    const every = fc.integer({ min: 1, max: 5 });
    const batches = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 12 });
    fc.assert(
      fc.property(capacity, every, batches, (room, spacing, sizes) => {
        const trajectory = createTrajectory(width, spacing, room);
        let row = 0;
        for (const size of sizes) {
          trajectory.append(rowsOf(Array.from({ length: size }, (_, k) => (row + k) * spacing)), size);
          row += size;
        }
        const last = (row - 1) * spacing;
        let stride = spacing;
        while (multiples(stride, last).length > room) stride *= 2;
        const kept = row === 0 ? [] : multiples(stride, last);
        expect(stepsOf(trajectory)).toEqual(kept);
        expect([...trajectory.column(1).subarray(0, trajectory.length)]).toEqual(kept.map((s) => s * s));
        expect([...trajectory.latest]).toEqual(row === 0 ? [NaN, NaN, NaN] : [last, last * last, -last]);
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  test('lets the rows of a replay pass by, thinned or not', () => {
    const trajectory = createTrajectory(width, 2, 4);
    const steps = multiples(2, 14);
    trajectory.append(rowsOf(steps), steps.length);
    const before = stepsOf(trajectory);
    trajectory.append(rowsOf(steps.slice(0, 5)), 5);
    expect(stepsOf(trajectory)).toEqual(before);
    expect(trajectory.latest[0]).toBe(14);
    trajectory.append(rowsOf(steps.slice(5).concat(16)), 4);
    expect(stepsOf(trajectory)).toEqual([0, 8, 16]);
  });

  test('has a row once, though a replay ends with it', () => {
    const trajectory = createTrajectory(width, 1);
    trajectory.append(rowsOf([0, 1, 2]), 3);
    trajectory.append(rowsOf([1, 2, 3]), 3);
    expect(stepsOf(trajectory)).toEqual([0, 1, 2, 3]);
  });

  test('reads only the rows that a buffer holds', () => {
    const trajectory = createTrajectory(width, 1);
    trajectory.append(rowsOf([0, 1, 2, 3]), 2);
    expect(stepsOf(trajectory)).toEqual([0, 1]);
  });

  test('gives neighbouring columns as a block that grows, and is right after each thinning', () => {
    const trajectory = createTrajectory(width, 1, 4);
    const block = () => [...trajectory.block(1, 2).subarray(0, 2 * trajectory.length)];
    const expected = () => stepsOf(trajectory).flatMap((s) => [s * s, -s]);
    const lengths = new Set<number>();
    for (let step = 0; step < 40; ++step) {
      trajectory.append(rowsOf([step]), 1);
      expect(block()).toEqual(expected());
      lengths.add(trajectory.length);
    }
    expect(lengths).toEqual(new Set([1, 2, 3, 4]));
    const fresh = createTrajectory(width, 1, 4);
    fresh.append(rowsOf(multiples(1, 4)), 5);
    expect([...fresh.block(1, 2).subarray(0, 6)]).toEqual([0, -0, 4, -2, 16, -4]);
  });

  test('keeps its columns and blocks where they are', () => {
    const trajectory = createTrajectory(width, 1, 4);
    const column = trajectory.column(1);
    const block = trajectory.block(1, 2);
    const steps = multiples(1, 30);
    trajectory.append(rowsOf(steps), steps.length);
    expect(trajectory.column(1)).toBe(column);
    expect(trajectory.block(1, 2)).toBe(block);
  });
});
