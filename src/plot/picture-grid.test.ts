// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gridOf, type PictureGrid, pictureGrid } from './picture-grid.ts';

describe('the grid', () => {
  test.each([
    [36, 600, 100, 12],
    [36, 300, 300, 6],
    [36, 100, 600, 2],
    [7, 300, 300, 1],
  ])('of %i pictures in %i x %i px has full rows, as large as they can be', (count, width, height, columns) => {
    const grid = gridOf(count, 'beside', width, height);
    expect(grid.columns).toBe(columns);
    expect(grid.rows).toBe(count / columns);
    // A picture, with the number beside it, and what is below.
    expect(grid.picture * 1.62 * columns).toBeLessThanOrEqual(width + 1e-9);
    expect(grid.picture * 1.15 * grid.rows).toBeLessThanOrEqual(height + 1e-9);
  });
});

describe('pictures', () => {
  const brush = {
    canvas: { width: 2, height: 4 },
    image: { data: new Uint8ClampedArray(32) },
    createImageData: () => brush.image,
    putImageData: vi.fn(),
    setTransform: vi.fn(),
    clearRect: vi.fn(),
    fillRect: vi.fn(),
    drawImage: vi.fn(),
    strokeRect: vi.fn(),
  };
  let host: HTMLElement;
  let grid: PictureGrid;
  const pixels = [0, 5, 10, 15, 15, 15, 0, 0];

  beforeEach(() => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(brush as never);
    // The host, and the block in it that the canvas fills.
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(162);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(230);
    host = document.createElement('div');
    grid = pictureGrid(host, { count: 2, side: 2, most: 15, number: 'beside', digits: 0 });
  });
  afterEach(() => {
    grid.destroy();
    vi.restoreAllMocks();
    vi.clearAllMocks();
  });

  test('are as opaque as they have ink, one below the other', () => {
    grid.set(pixels, [3, 8], [false, false]);
    grid.draw();
    const opacity = brush.image.data.filter((_, i) => i % 4 === 3);
    expect([...opacity]).toEqual([0, 85, 170, 255, 255, 255, 0, 0]);
    const placed = brush.drawImage.mock.calls.map(([, ...numbers]) => numbers.map((n) => Number(n.toFixed(6))));
    expect(placed).toEqual([
      [0, 0, 2, 2, 0, 7.5, 100, 100],
      [0, 2, 2, 2, 0, 122.5, 100, 100],
    ]);
    expect(brush.strokeRect).not.toHaveBeenCalled();
  });

  test('that are marked have a frame and a heavy number', () => {
    grid.set(pixels, [3, 1], [false, true]);
    grid.draw();
    const names = [...host.querySelectorAll('.plot-number')];
    expect(names.map(({ textContent }) => textContent)).toEqual(['3', '1']);
    expect(names.map(({ classList }) => classList.contains('plot-marked'))).toEqual([false, true]);
    expect(brush.strokeRect.mock.calls.map((box) => box.map((n) => Number(n.toFixed(6))))).toEqual([
      [2.5, 125, 95, 95],
    ]);
  });

  test('are painted again when one is marked, have another number without that, and else are left alone', () => {
    grid.draw();
    expect(brush.drawImage).not.toHaveBeenCalled();
    const numbers = [3, 1];
    const marked = [false, false];
    const show = () => {
      grid.set(pixels, numbers, marked);
      grid.draw();
    };
    for (let frame = 0; frame < 3; frame++) show();
    numbers[1] = 8;
    show();
    expect(host.querySelectorAll('.plot-number')[1]?.textContent).toBe('8');
    expect(brush.drawImage).toHaveBeenCalledTimes(2);
    marked[1] = true;
    show();
    expect(brush.drawImage).toHaveBeenCalledTimes(4);
    expect(host.querySelectorAll('.plot-marked')).toHaveLength(1);
  });

  test('are chosen with a press', () => {
    const chosen: number[] = [];
    const places = { count: 2, side: 2, most: 1, number: 'below' as const, digits: 2 };
    const choice = pictureGrid(host, { ...places, choose: (picture) => chosen.push(picture) });
    choice.set([0, 0, 1, 1, 0, 1, 0, 1], [0.98, -0.031], [false, false]);
    choice.draw();
    const root = [...host.children].at(-1) as HTMLElement;
    expect([...root.querySelectorAll('.plot-number')].map(({ textContent }) => textContent)).toEqual(['0.98', '−0.03']);
    // One above the other, on a slide at twice its size.
    root.getBoundingClientRect = () => new DOMRect(20, 40, 324, 460);
    for (const clientY of [60, 480]) root.dispatchEvent(new MouseEvent('click', { clientX: 150, clientY }));
    expect(chosen).toEqual([0, 1]);
    choice.destroy();
  });
});
