import { describe, expect, it } from 'vitest';
import { gridFor, neighbour } from './overview.ts';

describe('the rows of the overview', () => {
  const slide = { width: 1280 };

  it.each([
    [1280, 4],
    [1024, 3],
    [1920, 6],
    [3840, 12],
    [390, 2],
    [320, 2],
  ])('in a window of %i px have %i pictures, which fill it', (width, columns) => {
    const grid = gridFor({ width }, slide);
    expect(grid.columns).toBe(columns);
    expect(grid.columns * (grid.scale * slide.width + grid.gap) + grid.gap).toBeCloseTo(width);
  });

  it('are as wide for slides of another shape', () => {
    expect(gridFor({ width: 1280 }, { width: 960 }).scale).toBeCloseTo(gridFor({ width: 1280 }, slide).scale / 0.75);
  });
});

describe('arrows in the overview', () => {
  it('go along the talk and from row to row, and stay where there is no slide', () => {
    const from = (index: number) =>
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => neighbour(key, index, 4, 10));
    expect(from(5)).toEqual([4, 6, 1, 9]);
    expect(from(0)).toEqual([undefined, 1, undefined, 4]);
    expect(from(9)).toEqual([8, undefined, 5, undefined]);
    expect(neighbour('Enter', 5, 4, 10)).toBeUndefined();
  });
});
