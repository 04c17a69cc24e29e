import { describe, expect, it } from 'vitest';
import { pageFor } from './page-size.ts';

const wide = { width: 1280, height: 720 };
const square = { width: 960, height: 720 };

describe('the page for a window', () => {
  it.each([
    [1280, 720],
    [1920, 1080],
    [1024, 768],
    [844, 390],
    [600, 600],
    [1080, 1920],
  ])('is the talk’s own at %i x %i', (width, height) => {
    expect(pageFor({ width, height }, wide)).toEqual({ ...wide, portrait: false });
  });

  it('is one column of the window’s own size on a phone held upright', () => {
    expect(pageFor({ width: 390, height: 844 }, wide)).toEqual({ width: 390, height: 844, portrait: true });
    expect(pageFor({ width: 430, height: 932 }, square)).toEqual({ width: 430, height: 932, portrait: true });
  });

  it('keeps the shape of the window where it is scaled', () => {
    const tablet = pageFor({ width: 820, height: 1180 }, wide);
    expect(tablet).toEqual({ width: 560, height: 806, portrait: true });
    const narrow = pageFor({ width: 320, height: 640 }, wide);
    expect(narrow).toEqual({ width: 360, height: 720, portrait: true });
  });

  it('is the talk’s own on a tablet on which the talk is large enough', () => {
    expect(pageFor({ width: 820, height: 1180 }, square)).toEqual({ ...square, portrait: false });
  });
});
