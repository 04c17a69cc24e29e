// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { foldSlide, settingsOf } from './fragments.ts';

function slideOf(html: string): HTMLElement {
  const slide = document.createElement('section');
  slide.innerHTML = html;
  return slide;
}

const story = (visible: number) =>
  slideOf(
    ['r=2', 'r=3 dt=0.02', 'seed=7', '#right r=5', 'r=4']
      .map((set, i) => `<p class="fragment${i < visible ? ' visible' : ''}" data-set="${set}"></p>`)
      .join(''),
  );

describe('folding', () => {
  it('takes the visible fragments in document order, later ones win', () => {
    const states = [0, 1, 2, 3, 4, 5].map((visible) => settingsOf(story(visible), 'left'));
    expect(states).toEqual([
      {},
      { r: '2' },
      { r: '3', dt: '0.02' },
      { r: '3', dt: '0.02', seed: '7' },
      { r: '3', dt: '0.02', seed: '7' },
      { r: '4', dt: '0.02', seed: '7' },
    ]);
  });

  it('gives a figure with an id its own settings', () => {
    expect(settingsOf(story(4), 'right')).toEqual({ r: '5', dt: '0.02', seed: '7' });
  });

  it('skips fragments that set nothing', () => {
    expect(settingsOf(slideOf('<p class="fragment visible"></p>'), '')).toEqual({});
  });

  it('tells each figure of the slide, and depends on nothing but what is visible', () => {
    const folded: Record<string, unknown> = {};
    const figure = (id: string) => {
      const fold = (settings: unknown) => {
        folded[id] = settings;
      };
      return Object.assign(document.createElement('live-demo'), { id, fold });
    };
    const slide = story(5);
    slide.append(figure('left'), figure('right'), document.createElement('live-demo'));
    foldSlide(slide);
    expect(folded).toEqual({ left: { r: '4', dt: '0.02', seed: '7' }, right: { r: '4', dt: '0.02', seed: '7' } });
    for (const fragment of [...slide.querySelectorAll('.fragment')].slice(1)) fragment.classList.remove('visible');
    foldSlide(slide);
    expect(folded).toEqual({ left: { r: '2' }, right: { r: '2' } });
  });
});
