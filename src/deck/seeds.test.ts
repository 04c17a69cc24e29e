// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { drawSeeds } from './seeds.ts';

/** What `drawSeeds` makes of `data-set` of the only figure of each deck. */
function drawn(sets: readonly string[], isPrint = false): (string | undefined)[] {
  const roots = sets.map((set) => {
    const root = document.createElement('div');
    root.innerHTML = `<live-demo data-set="${set}"></live-demo>`;
    return root;
  });
  drawSeeds(roots, isPrint);
  return roots.map((root) => root.querySelector<HTMLElement>('live-demo')?.dataset.set);
}

describe('seed=any', () => {
  test('is another number for each figure, each time', () => {
    const seeds = drawn(Array.from({ length: 20 }, () => 'seed=any')).map((set) => /^seed=(\d+)$/.exec(set ?? '')?.[1]);
    for (const seed of seeds) expect(Number(seed)).toBeLessThan(2 ** 32);
    // two of 20 are the same with probability 190 / 2³²
    expect(new Set(seeds).size).toBe(20);
  });

  test('is the same on every page that is printed', () => {
    expect(drawn(['r=3 seed=any', 'seed=any'], true)).toEqual(['r=3 seed=1', 'seed=1']);
  });

  test('leaves other numbers and other seeds alone', () => {
    const [mixed, ...others] = drawn(['R=400 seed=any r=6.3', 'seed=7 r=4', 'r=4']);
    expect(mixed).toMatch(/^R=400 seed=\d+ r=6\.3$/);
    expect(others).toEqual(['seed=7 r=4', 'r=4']);
  });
});
