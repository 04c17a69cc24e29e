/** The worker's half: what it answers depends on what was asked, never on when or in which portions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldArray } from '../kernel/instance.ts';
import { createEngine } from './engine.ts';
import { fatalDrive, instantiate, opening, rowsByHand, tooManySites } from './fixtures/walk.ts';
import { type Change, type Opening, type Reply, type Request, rowWidth } from './protocol.ts';

type Pull = Extract<Request, { type: 'pull' }>;

/** An engine that has opened `own`, all that it answered, and the history of the parameters it was given. */
function start(own: Opening, now: () => number = () => 0) {
  const width = rowWidth(own.manifest, own.record, own.setup);
  const rows: number[][] = [];
  const replies: { reply: Reply; transfer: Transferable[] }[] = [];
  const changes: Change[] = [...own.changes];
  let step = 0;
  const engine = createEngine(instantiate, now, (reply, transfer) => {
    replies.push({ reply, transfer });
    if (reply.type !== 'rows') return;
    for (let row = 0; row < reply.rows; ++row) rows.push([...reply.buffer.subarray(row * width, (row + 1) * width)]);
    step = reply.step;
  });
  const open = (next: Opening) => engine({ type: 'open', run: 1, opening: next });
  open(own);
  return {
    open,
    rows,
    replies,
    changes,
    get step() {
      return step;
    },
    pull({ capacity = 64, ...wanted }: Partial<Pull> & { until: number; capacity?: number }) {
      if (wanted.params) changes.push({ step, params: wanted.params });
      // A buffer may hold a part of a row more than its rows.
      const buffer = new Float64Array((capacity + 0.5) * width);
      engine({ type: 'pull', run: 1, budget: 8, buffer, fields: {}, ...wanted });
    },
  };
}

const drive = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined });
const withDrive = (value: number | undefined) => (value === undefined ? {} : { params: { drive: value, gain: 0.25 } });

const both: Opening = { ...opening, record: ['sites', 'count'] };

describe('rows', () => {
  test('are a function of the opening and the parameters over steps, whatever the budgets, buffers and clocks', () => {
    const pulls = fc.array(
      fc.record({
        ahead: fc.integer({ min: 0, max: 30 }),
        budget: fc.integer({ min: 0, max: 12 }),
        capacity: fc.integer({ min: 1, max: 9 }),
        drive,
      }),
      { minLength: 1, maxLength: 12 },
    );
    const delays = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(pulls, delays, fc.integer({ min: 1, max: 4 }), (asked, delay, every) => {
        let time = 0;
        let calls = 0;
        const engine = start({ ...both, every }, () => {
          time += delay[calls++ % delay.length] as number;
          return time;
        });
        for (const pull of asked) {
          const { budget, capacity } = pull;
          engine.pull({ until: engine.step + pull.ahead, budget, capacity, ...withDrive(pull.drive) });
        }
        expect(engine.rows).toEqual(rowsByHand({ ...both, every }, engine.step, engine.changes));
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  test('come out the same when the history of a run is replayed by a new instance', () => {
    const moves = fc.array(fc.record({ ahead: fc.integer({ min: 0, max: 6 }), drive }), { maxLength: 8 });
    fc.assert(
      fc.property(moves, (asked) => {
        const live = start(opening);
        for (const move of asked) live.pull({ until: live.step + move.ahead, ...withDrive(move.drive) });
        live.pull({ until: live.step + 5 });
        const replay = start({ ...opening, changes: live.changes });
        replay.pull({ until: live.step });
        expect(replay.rows).toEqual(live.rows);
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  test('obey the newest parameters where a replay ends on a step with older ones', () => {
    const older = { step: 4, params: { drive: 2, gain: 0.5 } };
    const newer = { step: 4, params: { drive: 3, gain: 0.5 } };
    const engine = start({ ...opening, changes: [older] });
    engine.pull({ until: 4 });
    engine.pull({ until: 6, params: newer.params });
    expect(engine.rows).toEqual(rowsByHand(opening, 6, [newer]));
  });

  test('begin anew with each opening', () => {
    const changes = [{ step: 1, params: { drive: 2, gain: 0.5 } }];
    const engine = start({ ...opening, changes });
    engine.pull({ until: 3 });
    engine.rows.length = 0;
    engine.open({ ...opening, changes });
    engine.pull({ until: 3 });
    expect(engine.rows).toEqual(rowsByHand(opening, 3, changes));
  });

  test('begin with the state after init, once', () => {
    const engine = start(opening);
    engine.pull({ until: 0 });
    engine.pull({ until: 0 });
    expect(engine.rows).toEqual([[0, 0, 7, 7, 7, 7]]);
  });
});

describe('an engine', () => {
  test('takes no step that was not asked for', () => {
    const engine = start(opening);
    expect(engine.replies).toEqual([]);
    engine.pull({ until: 5 });
    engine.pull({ until: 5 });
    expect(engine.step).toBe(5);
  });

  test('stops at its budget, after one step at least', () => {
    let time = 0;
    const engine = start(opening, () => ++time);
    engine.pull({ until: 100, budget: 0 });
    expect(engine.step).toBe(1);
    engine.pull({ until: 100, budget: 3 });
    expect(engine.step).toBe(4);
  });

  test('gives back what it was lent, filled and transferred', () => {
    const engine = start(opening);
    const fields: Record<string, FieldArray> = { sites: new Float64Array(3), count: new Int32Array(2) };
    engine.pull({ until: 4, fields });
    const { reply, transfer } = engine.replies[0] ?? {};
    if (reply?.type !== 'rows') throw new Error('expected rows');
    expect([...(reply.fields.count ?? [])]).toEqual([4, 4]);
    expect([...(reply.fields.sites ?? [])]).toEqual(rowsByHand(opening, 4).at(-1)?.slice(3));
    expect(transfer).toEqual([reply.buffer.buffer, fields.sites?.buffer, fields.count?.buffer]);
    expect(transfer?.[1]).toBe(fields.sites?.buffer);
  });
});

describe('a kernel that fails', () => {
  const fatal = { drive: fatalDrive, gain: 0.5 };

  test('on its way gives the rows before, then the step and the parameters, and computes no more', () => {
    const engine = start({ ...opening, changes: [{ step: 6, params: fatal }] });
    engine.pull({ until: 100 });
    engine.pull({ until: 100 });
    expect(engine.rows).toEqual(rowsByHand(opening, 6));
    expect(engine.step).toBe(6);
    expect(engine.replies.map(({ reply }) => reply.failure)).toEqual([
      `walk: x is NaN at step 7 with drive=${fatalDrive} gain=0.5`,
    ]);
    expect(engine.replies[0]?.transfer).toHaveLength(1);
  });

  test('in its opening says so once, whatever pulls follow', () => {
    const engine = start({ ...opening, setup: { n: tooManySites } });
    engine.pull({ until: 3 });
    expect(engine.replies.map(({ reply }) => reply)).toEqual([
      { type: 'unopened', run: 1, failure: 'walk: cannot start with n=9: out of memory' },
    ]);
  });

  test('in its opening does not leave the one before running', () => {
    const engine = start(opening);
    engine.open({ ...opening, setup: { n: tooManySites } });
    engine.pull({ until: 3 });
    expect(engine.rows).toEqual([]);
  });
});
