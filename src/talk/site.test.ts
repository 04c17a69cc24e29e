import { describe, expect, test } from 'vitest';
import { demoIds, demoOf } from '../build/demos.ts';
import { describe as describeProblem } from './problem.ts';
import { createSite } from './site.ts';

describe('the demos and talks of this repository', () => {
  const site = createSite(false);

  test('load, each demo with the parameters of its kernels', async () => {
    const figures = await site.figures();
    expect([...figures.keys()]).toEqual(demoIds());
    for (const id of demoIds()) {
      const figure = await site.figure(id);
      expect(figure.claim).toBe((await demoOf(id)).claim);
      expect(figure.params.size).toBeGreaterThan(0);
    }
  });

  test('render without a complaint', async () => {
    const problems = (await site.talks()).flatMap((talk) => talk.problems.map(describeProblem));
    expect(problems).toEqual([]);
  });

  test('a demo that does not exist is refused with its id', async () => {
    await expect(site.figure('nothing')).rejects.toThrow('src/demos/nothing: no such demo');
    await expect(demoOf('nothing')).rejects.toThrow(/^no demo "nothing", expected one of: /);
  });

  test('are read again only when told', async () => {
    const before = await site.figures();
    site.forget('talks');
    expect(await site.figures()).toBe(before);
    site.forget('demos');
    expect(await site.figures()).not.toBe(before);
  });
});
