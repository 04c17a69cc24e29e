import { describe, expect, it } from 'vitest';
import { pageFor } from './page-size.ts';

const wide = { width: 1280, height: 720 };
const square = { width: 960, height: 720 };

describe('the page for a window', () => {
  it.each([
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [1180, 820],
    [896, 504],
    [1080, 1920],
  ])('is the talk’s own at %i x %i', (width, height) => {
    expect(pageFor({ width, height }, wide)).toEqual({ ...wide, shape: 'landscape' });
  });

  it('is one column of the window’s own size on a phone held upright', () => {
    expect(pageFor({ width: 390, height: 844 }, wide)).toEqual({ width: 390, height: 844, shape: 'portrait' });
    expect(pageFor({ width: 430, height: 932 }, square)).toEqual({ width: 430, height: 932, shape: 'portrait' });
  });

  it('keeps the shape of the window where it is scaled', () => {
    const tablet = pageFor({ width: 820, height: 1180 }, wide);
    expect(tablet).toEqual({ width: 560, height: 806, shape: 'portrait' });
    const narrow = pageFor({ width: 320, height: 640 }, wide);
    expect(narrow).toEqual({ width: 360, height: 720, shape: 'portrait' });
  });

  it.each([
    [844, 390],
    [568, 320],
    [956, 440],
    [640, 600],
  ])('is the window itself on a phone held sideways, of %i x %i', (width, height) => {
    for (const talk of [wide, square])
      expect(pageFor({ width, height }, talk)).toEqual({ width, height, shape: 'sideways' });
  });

  it('held sideways has no longer lines than read well, and is scaled down only where it is narrower than a phone', () => {
    expect(pageFor({ width: 1600, height: 450 }, wide)).toEqual({ width: 1000, height: 450, shape: 'sideways' });
    expect(pageFor({ width: 240, height: 150 }, wide)).toEqual({ width: 480, height: 300, shape: 'sideways' });
  });

  it('is the talk’s own on a tablet on which the talk is large enough', () => {
    expect(pageFor({ width: 820, height: 1180 }, square)).toEqual({ ...square, shape: 'landscape' });
  });
});
