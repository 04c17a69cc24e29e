// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from './key-policy.ts';
import { bindKeys, isForReveal } from './keyboard.ts';
import type { Deck } from './reveal.ts';

let hasFocus = true;
const state = { paused: false, overview: false, overlay: false };
const moves: string[] = [];
const bindings = new Map<number, () => void>();
const slide = document.createElement('section');

/** The part of a deck that keys touch. */
const deck = {
  configure: () => {},
  isPaused: () => state.paused,
  isOverview: () => state.overview,
  isOverlayOpen: () => state.overlay,
  isFocused: () => hasFocus,
  togglePause: (on = !state.paused) => {
    state.paused = on;
  },
  toggleOverview: (on = !state.overview) => {
    state.overview = on;
  },
  hidePreview: () => {
    state.overlay = false;
  },
  next: () => moves.push('next'),
  prev: () => moves.push('prev'),
  getCurrentSlide: () => slide,
  addKeyBinding: ({ keyCode }: { keyCode: number }, action: () => void) => bindings.set(keyCode, action),
  registerKeyboardShortcut: () => {},
} as unknown as Deck;
bindKeys(deck);

function press(keyCode: number, target: Element = document.body, modifiers: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, composed: true, ...modifiers });
  Object.defineProperty(event, 'keyCode', { value: keyCode });
  target.dispatchEvent(event);
  return event;
}

function focused(html: string): HTMLElement {
  document.body.innerHTML = html;
  const control = document.body.firstElementChild as HTMLElement;
  control.focus();
  expect(document.activeElement).toBe(control);
  return control;
}

beforeEach(() => {
  Object.assign(state, { paused: false, overview: false, overlay: false });
  moves.length = 0;
  document.body.innerHTML = '';
});

describe('the clicker', () => {
  it('goes on while a slider has the focus, and the slider hears nothing', () => {
    const slider = focused('<input type="range">');
    const heard = vi.fn();
    slider.addEventListener('keydown', heard);
    const event = press(keys.pageDown, slider);
    expect(moves).toEqual(['next']);
    expect(event.defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    expect(document.activeElement).not.toBe(slider);
  });

  it.each([
    ['blackout', 'paused'],
    ['help', 'overlay'],
  ] as const)('uncovers the slide from %s and goes no further', (_, cover) => {
    for (const key of [keys.pageDown, keys.pageUp, keys.escape, keys.f5]) {
      state[cover] = true;
      press(key);
      expect(state).toEqual({ paused: false, overview: false, overlay: false });
    }
    expect(moves).toEqual([]);
    press(keys.pageDown);
    press(keys.pageUp);
    expect(moves).toEqual(['next', 'prev']);
  });

  it('blacks out with b and . and comes back with the same key', () => {
    for (const key of [keys.b, keys.period]) {
      press(key, focused('<input type="range">'));
      expect(state.paused).toBe(true);
      press(key);
      expect(state.paused).toBe(false);
    }
  });

  it('takes a dialog away before anything else, and the other keys are the dialog’s', () => {
    for (const key of [keys.pageDown, keys.pageUp, keys.escape, keys.b, keys.period]) {
      document.body.innerHTML = '<dialog open></dialog>';
      expect(isForReveal(deck, press(keys.right))).toBe(false);
      press(key);
      expect(document.querySelector('dialog[open]')).toBeNull();
    }
    document.body.innerHTML = '<dialog open></dialog>';
    expect(isForReveal(deck, { keyCode: keys.right })).toBe(false);
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect([moves, state]).toEqual([[], { paused: false, overview: false, overlay: false }]);
  });

  it('types b and . into a field', () => {
    const field = focused('<input type="number">');
    expect(press(keys.period, field).defaultPrevented).toBe(false);
    expect(state.paused).toBe(false);
    expect(document.activeElement).toBe(field);
  });

  it('opens and closes the overview with Escape, and leaves a field with it', () => {
    press(keys.escape);
    expect(state.overview).toBe(true);
    press(keys.escape);
    expect(state.overview).toBe(false);
    const field = focused('<input>');
    press(keys.escape, field);
    expect(state.overview).toBe(false);
    expect(document.activeElement).not.toBe(field);
  });

  it('starts the show with F5 or Shift+F5 and never reloads; Ctrl+F5 is the browser’s', () => {
    for (const modifiers of [{}, { shiftKey: true }]) {
      state.overview = true;
      expect(press(keys.f5, document.body, modifiers).defaultPrevented).toBe(true);
      expect(state.overview).toBe(false);
    }
    expect(press(keys.f5, document.body, { ctrlKey: true }).defaultPrevented).toBe(false);
  });

  it('is for the deck that was touched last, where a page has several', () => {
    hasFocus = false;
    expect(press(keys.pageDown).defaultPrevented).toBe(false);
    expect(isForReveal(deck, press(keys.right))).toBe(false);
    expect(moves).toEqual([]);
    hasFocus = true;
  });

  it('leaves PageDown with a modifier to the browser', () => {
    expect(press(keys.pageDown, document.body, { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(moves).toEqual([]);
  });

  it('works in the speaker view, which passes on nothing but key codes', () => {
    state.paused = true;
    expect(isForReveal(deck, { keyCode: keys.pageDown })).toBe(false);
    expect(state.paused).toBe(false);
    expect(isForReveal(deck, { keyCode: keys.right })).toBe(true);
  });
});

describe('other keys', () => {
  it('reveal.js is asked to ignore what works the focused control', () => {
    const slider = focused('<input type="range">');
    expect(isForReveal(deck, press(keys.right, slider))).toBe(false);
    expect(document.activeElement).toBe(slider);
    expect(isForReveal(deck, press(keys.right))).toBe(true);
  });

  it('a slider lends its focus for a key of the deck and gets it back', async () => {
    const slider = focused('<input type="range">');
    press('R'.charCodeAt(0), slider);
    expect(document.activeElement).not.toBe(slider);
    await vi.waitFor(() => expect(document.activeElement).toBe(slider));
  });

  it('letters work every figure of the current slide, and one that throws does not stop the next', () => {
    const log: string[] = [];
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    const figure = (name: string) =>
      Object.assign(document.createElement('live-demo'), {
        fold: () => {},
        figure: {
          playing: name === 'second',
          play: () => log.push(`${name} play`),
          pause: () => log.push(`${name} pause`),
          step: () => log.push(`${name} step`),
          reset: () => {
            log.push(`${name} reset`);
            if (name === 'first') throw new Error('broken');
          },
        },
      });
    slide.replaceChildren(figure('first'), figure('second'));
    for (const letter of 'MRI') bindings.get(letter.charCodeAt(0))?.();
    expect(log).toEqual(['first play', 'second pause', 'first reset', 'second reset', 'first step', 'second step']);
    silence.mockRestore();
  });
});
