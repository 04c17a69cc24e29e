// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Deck } from './reveal.ts';
import { type DeckState, isLive, watchStage } from './stage.ts';

const show: DeckState = { role: 'audience', print: false, paused: false, overview: false, visible: true };

describe('figures of the current slide', () => {
  it.each(['audience', 'current'] as const)('are live during the show, in the window "%s"', (role) => {
    expect(isLive({ ...show, role })).toBe(true);
  });

  it.each([
    ['on the slide that comes next', { role: 'upcoming' } as const],
    ['in print', { print: true }],
    ['in a blackout', { paused: true }],
    ['in the overview', { overview: true }],
    ['in a hidden window', { visible: false }],
  ])('rest %s', (_, change) => {
    expect(isLive({ ...show, ...change })).toBe(false);
  });
});

describe('the stage', () => {
  let current = 'a';
  let paused = false;
  const slides = document.createElement('div');
  const deck = {
    on: slides.addEventListener.bind(slides),
    isSpeakerNotes: () => false,
    isPrintView: () => false,
    isOverview: () => false,
    isPaused: () => paused,
    getSlidesElement: () => slides,
    getCurrentSlide: () => slides.querySelector(`#${current}`),
  } as unknown as Deck;
  const tell = (event: string) => slides.dispatchEvent(new Event(event));
  const fill = () => {
    slides.innerHTML = '<section id="a"></section><section id="b"></section>';
    for (const section of slides.children) {
      section.append(Object.assign(document.createElement('live-demo'), { fold: () => {}, active: false }));
    }
  };
  const active = () =>
    [...slides.querySelectorAll('live-demo')].flatMap((figure) =>
      (figure as unknown as { active: boolean }).active ? (figure.parentElement?.id ?? '') : [],
    );
  watchStage(deck);

  beforeEach(() => {
    current = 'a';
    paused = false;
    fill();
    tell('ready');
  });

  it('is the current slide', () => {
    expect(active()).toEqual(['a']);
    current = 'b';
    tell('slidechanged');
    expect(active()).toEqual(['b']);
  });

  it('is empty while paused', () => {
    paused = true;
    tell('paused');
    expect(active()).toEqual([]);
    paused = false;
    tell('resumed');
    expect(active()).toEqual(['a']);
  });

  it('survives the replacement of every node', () => {
    fill();
    expect(active()).toEqual([]);
    tell('sync');
    expect(active()).toEqual(['a']);
  });

  it('follows the visibility of the document', () => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(active()).toEqual([]);
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(active()).toEqual(['a']);
  });
});
