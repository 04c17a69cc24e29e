/**
 * The keys of the deck. The clicker's keys are taken before anybody else sees them:
 *
 * - PageDown and PageUp go on and back. While something covers the slide (blackout, help), they uncover it and go no
 *   further, so that nothing is skipped unseen.
 * - `.` and `b` black the screen out, and bring it back.
 * - Escape uncovers, or opens and closes the overview.
 * - F5, which clickers send for "start the show", starts it: full screen, no blackout, no overview. It never reloads the
 *   page; Ctrl+R does. Shift+F5 ("from the present slide") is the same, since a deck always starts where it is.
 */

import { cycleTheme } from './appearance.ts';
import { figuresIn, forEachFigure } from './figures.ts';
import { keyOwner, keys } from './key-policy.ts';
import type { Deck } from './reveal.ts';

type Action = (deck: Deck) => void;

/** Takes away what covers the slide. False if nothing did. */
function uncover(deck: Deck): boolean {
  const isCovered = deck.isPaused() || deck.isOverlayOpen();
  if (deck.isPaused()) deck.togglePause(false);
  if (deck.isOverlayOpen()) deck.hidePreview();
  return isCovered;
}

function startShow(deck: Deck): void {
  uncover(deck);
  if (deck.isOverview()) deck.toggleOverview(false);
  if (!document.fullscreenElement && document.fullscreenEnabled) {
    document.documentElement.requestFullscreen().catch(() => {});
  }
}

const clicker: Readonly<Record<number, Action>> = {
  [keys.pageDown]: (deck) => uncover(deck) || deck.next(),
  [keys.pageUp]: (deck) => uncover(deck) || deck.prev(),
  [keys.period]: (deck) => deck.togglePause(),
  [keys.b]: (deck) => deck.togglePause(),
  [keys.escape]: (deck) => uncover(deck) || deck.toggleOverview(),
  [keys.f5]: startShow,
};

interface FigureKey {
  readonly keyCode: number;
  readonly key: string;
  readonly description: string;
  readonly method: 'toggle' | 'step' | 'reset' | 'newSeed';
}

/** Letters that reveal.js leaves free. */
const figureKeys: readonly FigureKey[] = [
  { keyCode: 77, key: 'M', description: 'Figure: move or rest', method: 'toggle' },
  { keyCode: 73, key: 'I', description: 'Figure: inch on by one step', method: 'step' },
  { keyCode: 82, key: 'R', description: 'Figure: reset to its start', method: 'reset' },
  { keyCode: 68, key: 'D', description: 'Figure: draw another seed', method: 'newSeed' },
];

/** The control that has the focus, also inside a shadow root; null for the page itself. */
function targetOf(event: KeyboardEvent): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element && target !== document.body ? target : null;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.keyCode !== keys.f5);
}

/** Decides about every key before the page sees it. */
function decide(deck: Deck, event: KeyboardEvent): void {
  const target = targetOf(event);
  const action = clicker[event.keyCode];
  if (keyOwner(event.keyCode, target) === 'control') {
    if (event.keyCode === keys.escape) blur(target);
  } else if (action && !hasModifier(event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    blur(target);
    action(deck);
  } else if (target?.matches('input, textarea')) {
    lendFocus(target);
  }
}

function blur(target: Element | null): void {
  if (target instanceof HTMLElement) target.blur();
}

/** reveal.js is deaf while an input has the focus: take the focus away for the length of this event. */
function lendFocus(target: Element): void {
  blur(target);
  setTimeout(() => {
    if (document.activeElement !== document.body || target.closest('[inert]')) return;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  });
}

/** A control that was worked with the pointer gives the focus back: the arrows and Space are the speaker's again. */
function returnFocus(): void {
  const focused = document.activeElement;
  if (focused?.matches('input, select, button, summary') && !focused.matches(':focus-visible')) blur(focused);
}

/** The `keyboardCondition` of reveal.js, which it also asks about keys pressed in the speaker view. */
export function isForReveal(deck: Deck, event: KeyboardEvent | { readonly keyCode: number }): boolean {
  if ('composedPath' in event) return keyOwner(event.keyCode, targetOf(event)) === 'deck';
  const action = clicker[event.keyCode];
  action?.(deck);
  return !action;
}

/** Binds the keys, and lists those of our own in the help that `?` opens. */
export function bindKeys(deck: Deck): void {
  deck.configure({ keyboardCondition: (event) => isForReveal(deck, event) });
  window.addEventListener('keydown', (event) => decide(deck, event), { capture: true });
  window.addEventListener('pointerup', returnFocus);
  window.addEventListener('change', returnFocus);
  for (const { method, ...binding } of figureKeys) {
    deck.addKeyBinding(binding, () => forEachFigure(figuresIn(deck.getCurrentSlide()), (figure) => figure[method]()));
  }
  deck.addKeyBinding({ keyCode: 84, key: 'T', description: 'Theme: light, dark, projector' }, cycleTheme);
  deck.registerKeyboardShortcut('PAGE DOWN, PAGE UP', 'Next and previous, also from a clicker');
  deck.registerKeyboardShortcut('F5', 'Start: full screen, no blackout, no overview');
}
