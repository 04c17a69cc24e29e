/** A sweep as text, there and back, also when it was torn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { version } from '../kernel/version.ts';
import { instantiate, opening, walk } from '../session/fixtures/walk.ts';
import { parseCondition } from './condition.ts';
import { createPlan } from './plan.ts';
import { runPoint } from './run-point.ts';
import { finalValues, readRows, rowStart, sweepHead, sweepRows } from './table.ts';

const until = parseCondition('here', 'x<-3', walk);
const plan = createPlan(walk, { grid: { drive: [1, 13], n: [3, 4] }, seeds: [1, 2, 3, 7], steps: 4, every: 3, until });
const outcome = (index: number) => runPoint(instantiate, opening.module, walk, plan.point(index));
const head = sweepHead(plan, 'c0de');
const rows = Array.from({ length: plan.count }, (_, index) => sweepRows(plan, index, outcome(index)));

describe('the table of a sweep', () => {
  test('says everything that determines its rows, then the names of the columns', () => {
    const lines = [
      '# kernel: walk',
      `# version: ${version}`,
      '# code: c0de',
      '# n: 3,4',
      '# drive: 1,13',
      '# gain: 0.5',
      '# seeds: 1:3,7',
      '# steps: 4',
      '# every: 3',
      '# until: x<-3',
      '# points: 16',
      'index,n,drive,seed,step,t,x,end',
    ];
    expect(head).toBe(`${lines.join('\n')}\n`);
    const shard = sweepHead(plan, 'c0de', { part: 2, of: 3 });
    expect(shard).toBe(`${lines.toSpliced(11, 0, '# shard: 2/3').join('\n')}\n`);
    const plain = sweepHead(createPlan(walk, { grid: {}, seeds: [1], steps: 4 }), 'c0de');
    expect(plain).not.toMatch(/every|until/);
    expect(plain).toMatch(/\nindex,seed,step,t,x,end\n$/);
  });

  test('has a row for each step that is kept, and the end on the last', () => {
    const { rows: kept } = outcome(9);
    expect(kept.map(([step]) => step)).toEqual([0, 3, 4]);
    const texts = kept.map((row, k) => `9,4,1,2,${row.join(',')},${k === 2 ? 'steps' : ''}\n`);
    expect(rows[9]).toBe(texts.join(''));
    expect(finalValues(plan, rows[9] as string)).toEqual(kept[2]?.slice(1));
  });

  test('has the reason of a run that failed, and none of its last observables', () => {
    expect(rows[5]).toBe('5,3,13,2,0,0,2,\n5,3,13,2,0,,,"failed: walk: x is NaN at step 1 with drive=13 gain=0.5"\n');
    expect(finalValues(plan, rows[5] as string)).toBeUndefined();
    const quoted = sweepRows(plan, 5, { rows: [], steps: 7, end: 'failed', reason: 'the "heap"\n is full' });
    expect(quoted).toBe('5,3,13,2,7,,,"failed: the ""heap"" is full"\n');
  });

  test('begins each row with the point and its place', () => {
    expect(rowStart(plan, 13)).toBe('13,4,13,2,');
    for (const [index, own] of rows.entries()) {
      for (const line of own.trimEnd().split('\n')) expect(line.startsWith(rowStart(plan, index))).toBe(true);
    }
  });

  test('is read back', () => {
    const { points, intact, head: found } = readRows('file', head + rows.join(''));
    expect(found).toBe(head);
    expect([...points]).toEqual([...rows.entries()]);
    expect(intact).toBe(head.length + rows.join('').length);
  });

  test('is read back wherever it was torn: the points that are whole', () => {
    const order = [4, 0, 9, 5, 15, 2];
    const joined = (indices: readonly number[]) => indices.map((index) => rows[index]).join('');
    const text = head + joined(order);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
        const { points, intact, head: found } = readRows('file', text.slice(0, length));
        const ends = order.map((_, k) => head.length + joined(order.slice(0, k + 1)).length);
        const whole = order.filter((_, k) => (ends[k] as number) <= length);
        expect([...points]).toEqual(whole.map((index) => [index, rows[index]]));
        expect(found).toBe(head.slice(0, length));
        expect(intact).toBe(Math.min(length, head.length + joined(whole).length));
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  test('may have a point twice, but not in two ways', () => {
    const twice = `${head}${rows[0]}${rows[1]}${rows[0]}`;
    expect([...readRows('file', twice).points.keys()]).toEqual([0, 1]);
    const other = (rows[0] as string).replace('steps', 'until');
    expect(() => readRows('file', `${twice}${other}`)).toThrow(new Error('file has point 0 twice, and not the same'));
    expect(() => readRows('file', `${head}much,ado\n`)).toThrow(
      new Error('file: "much,ado" is no row, expected one with an index'),
    );
  });
});
