/** The runs of a figure as one: what happens while modules and answers are on their way. */
import { describe, expect, test } from 'vitest';
import { expectedRows, fakeModule, rehearse, rowsOf } from './fixtures/rehearsal.ts';

describe('a restart', () => {
  test('while an answer is out mixes no rows', async () => {
    const { figure, frames, ports, flush } = await rehearse();
    figure.play();
    frames(5);
    figure.frame(100);
    figure.reset();
    figure.store.set({ seed: 5 });
    figure.frame(100);
    ports[0]?.work();
    flush();
    frames(8);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(figure.tick, { seed: 5 }));
  });

  test('at every frame still shows something: each answer is shown before the next restart', async () => {
    const { figure, frames, flush, ports } = await rehearse({ onChange: 'rerun' });
    figure.play();
    frames(30);
    const seen = new Set<string>();
    for (let drive = 2; drive < 10; ++drive) {
      figure.store.set({ drive });
      figure.frame(16);
      if (drive % 2 === 1) flush();
      seen.add(JSON.stringify(rowsOf(figure.runs.walk)));
    }
    // Every other frame brings an answer, to the number that was newest when it was asked for.
    for (const drive of [1, 2, 4, 6, 8]) expect(seen).toContain(JSON.stringify(expectedRows(20, { drive })));
    expect(ports).toHaveLength(1);
  });

  test('waits for all runs, and none of them goes on meanwhile with the old numbers', async () => {
    const runs = { one: { kernel: 'walk' }, two: { kernel: 'walk' } };
    const { figure, frames, ports } = await rehearse({ runs, onChange: 'rerun' });
    figure.play();
    frames(5);
    figure.frame(100);
    figure.store.set({ drive: 4 });
    ports[0]?.flush();
    const count = ports[0]?.requests.length ?? Number.NaN;
    figure.frame(100);
    expect(ports[0]?.requests).toHaveLength(count);
    ports[1]?.flush();
    frames(30);
    for (const run of [figure.runs.one, figure.runs.two]) expect(rowsOf(run)).toEqual(expectedRows(20, { drive: 4 }));
  });

  test('leaves the picture until there is another', async () => {
    const { figure, frames, flush } = await rehearse({ onChange: 'rerun' });
    figure.play();
    frames(30);
    figure.store.set({ drive: 4, n: 5 });
    figure.frame(16);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20));
    expect(figure.runs.walk?.values.n).toBe(3);
    flush();
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 4, n: 5 }));
    expect(figure.runs.walk?.values.n).toBe(5);
  });

  test('does not move a number that a run fixes', async () => {
    const runs = { free: { kernel: 'walk' }, fixed: { kernel: 'walk', fixed: { drive: 0 } } };
    const { figure, frames } = await rehearse({ runs, onChange: 'rerun' });
    figure.store.set({ drive: 4 });
    figure.play();
    frames(30);
    expect(rowsOf(figure.runs.free)).toEqual(expectedRows(20, { drive: 4 }));
    expect(rowsOf(figure.runs.fixed)).toEqual(expectedRows(20, { drive: 0 }));
  });
});

describe('a module', () => {
  test('is asked for once, at the first frame', async () => {
    const { loads, frames } = await rehearse({}, {}, true);
    expect(loads).toHaveLength(0);
    frames(3);
    expect(loads).toHaveLength(1);
  });

  test('of two runs is asked for once', async () => {
    const runs = { one: { kernel: 'walk' }, two: { kernel: 'walk' } };
    const { loads, frames } = await rehearse({ runs }, {}, true);
    frames(2);
    expect(loads).toHaveLength(1);
  });

  test('that arrives late finds the figure as it is then', async () => {
    const { figure, loads, frames, ports } = await rehearse({}, {}, true);
    figure.play();
    frames(3);
    expect(ports).toHaveLength(0);
    figure.store.set({ drive: 4, seed: 6 });
    loads[0]?.arrive(fakeModule);
    await Promise.resolve();
    frames(30);
    expect(rowsOf(figure.runs.walk)).toEqual(expectedRows(20, { drive: 4, seed: 6 }));
  });

  test('that arrives while the figure is sent somewhere takes it there', async () => {
    const { figure, loads, flush } = await rehearse({}, {}, true);
    const sought = figure.seek(7);
    loads[0]?.arrive(fakeModule);
    await Promise.resolve();
    flush();
    await sought;
    expect(figure.tick).toBe(7);
  });

  test('that cannot be loaded is the figure’s failure, and is asked for again when it is reset', async () => {
    const { figure, loads, frames } = await rehearse({}, {}, true);
    figure.play();
    const sought = figure.seek(20);
    loads[0]?.fail(new Error('kernel "walk" could not be loaded: 404'));
    await sought;
    expect(figure.failure).toBe('kernel "walk" could not be loaded: 404');
    frames(5);
    expect(loads).toHaveLength(1);
    figure.play();
    frames(1);
    expect(loads).toHaveLength(2);
    loads[1]?.arrive(fakeModule);
    await Promise.resolve();
    frames(30);
    expect(figure.tick).toBe(20);
  });

  test('that was compiled again replaces the old one at the same tick, and the old one may arrive as late as it likes', async () => {
    const { figure, loads, frames, ports } = await rehearse({}, {}, true);
    const [older, newer] = [{ version: 1 }, { version: 2 }] as unknown as WebAssembly.Module[];
    if (!older || !newer) throw new Error('expected two modules');
    figure.play();
    frames(1);
    figure.reload('walk');
    frames(1);
    loads[1]?.arrive(newer);
    await Promise.resolve();
    loads[0]?.arrive(older);
    await Promise.resolve();
    frames(12);
    const before = figure.tick;
    figure.reload('another');
    expect(figure.tick).toBe(before);
    figure.reload('walk');
    expect(figure.tick).toBe(0);
    frames(1);
    loads[2]?.arrive(older);
    await Promise.resolve();
    frames(2);
    expect(figure.tick).toBeGreaterThanOrEqual(before);
    const versions = ports.flatMap(({ requests }) =>
      requests.flatMap((request) => (request.type === 'open' ? [request.opening.module] : [])),
    );
    expect(versions).toEqual([newer, older]);
  });
});
