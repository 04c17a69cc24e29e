/**
 * The keys of the deck. The clicker's keys are taken before anybody else sees them:
 *
 * - PageDown and PageUp go on and back. While something covers the slide (blackout, help, a dialog), they uncover it and
 *   go no further, so that nothing is skipped unseen.
 * - `.` and `b` uncover, or black the screen out.
 * - Escape uncovers, or opens and closes the overview.
 * - F5, which clickers send for "start the show", starts it: full screen, no blackout, no overview. It never reloads the
 *   page; Ctrl+R does. Shift+F5 ("from the present slide") is the same, since a deck always starts where it is.
 */

import type { LiveDemo } from '../demo/live-demo.ts';
import { type Move, moves } from '../demo/moves.ts';
import { audience } from '../mirror/audience.ts';
import { cycleTheme } from './appearance.ts';
import { isCovered, openDialogs } from './covers.ts';
import { figuresIn, forEachFigure } from './figures.ts';
import { keyOwner, keys } from './key-policy.ts';
import type { Deck } from './reveal.ts';

type Action = (deck: Deck) => void;

/** Takes away what covers the slide. False if nothing did. */
function uncover(deck: Deck): boolean {
  if (!isCovered(deck)) return false;
  for (const dialog of openDialogs()) dialog.close();
  if (deck.isPaused()) deck.togglePause(false);
  if (deck.isOverlayOpen()) deck.hidePreview();
  return true;
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
  [keys.period]: (deck) => uncover(deck) || deck.togglePause(),
  [keys.b]: (deck) => uncover(deck) || deck.togglePause(),
  [keys.escape]: (deck) => uncover(deck) || deck.toggleOverview(),
  [keys.f5]: startShow,
};

interface FigureKey {
  readonly keyCode: number;
  readonly key: string;
  readonly description: string;
  readonly move: Move;
}

/** Letters that reveal.js leaves free. */
const figureKeys: readonly FigureKey[] = [
  { keyCode: 77, key: 'M', description: 'Figure: move or rest', move: 'toggle' },
  { keyCode: 73, key: 'I', description: 'Figure: inch on by one step', move: 'step' },
  { keyCode: 82, key: 'R', description: 'Figure: reset to its start', move: 'reset' },
  { keyCode: 68, key: 'D', description: 'Figure: draw another seed', move: 'newSeed' },
  { keyCode: 69, key: 'E', description: 'Figure: next example', move: 'nextPreset' },
];

/** The control that has the focus, also inside a shadow root; null for the page itself. */
function targetOf(event: KeyboardEvent): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element && target !== document.body ? target : null;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.keyCode !== keys.f5);
}

/** Of several decks on a page, keys are for the one that was touched last. */
const isDeaf = (deck: Deck): boolean => !deck.isFocused();

/** Keys of the window in which they are pressed: G, F, S, X and `?`. */
const ownKeys: readonly number[] = [71, 70, 83, 88, 191];

/** In the speaker's pane keys work the deck of the audience, which the pane follows. */
function passOn(keyCode: number): boolean {
  if (!audience || ownKeys.includes(keyCode)) return false;
  audience.post({ type: 'key', keyCode });
  return true;
}

/** Decides about every key before the page sees it. */
function decide(deck: Deck, event: KeyboardEvent): void {
  if (isDeaf(deck)) return;
  const target = targetOf(event);
  const action = clicker[event.keyCode];
  if (keyOwner(event.keyCode, target) === 'control') {
    if (event.keyCode === keys.escape) blur(target);
  } else if (action && !hasModifier(event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    blur(target);
    if (!passOn(event.keyCode)) action(deck);
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
  if ('composedPath' in event) {
    if (isDeaf(deck) || openDialogs().length > 0 || keyOwner(event.keyCode, targetOf(event)) !== 'deck') return false;
    return hasModifier(event) || !passOn(event.keyCode);
  }
  if (passOn(event.keyCode)) return false;
  const action = clicker[event.keyCode] ?? (openDialogs().length > 0 ? uncover : undefined);
  action?.(deck);
  return !action;
}

/** Binds the keys, and lists those of our own in the help that `?` opens. */
export function bindKeys(deck: Deck): void {
  deck.configure({ keyboardCondition: (event) => isForReveal(deck, event) });
  window.addEventListener('keydown', (event) => decide(deck, event), { capture: true });
  window.addEventListener('pointerup', returnFocus);
  window.addEventListener('change', returnFocus);
  for (const { move, ...binding } of figureKeys) {
    const act = ({ figure }: LiveDemo) => figure && moves[move](figure);
    deck.addKeyBinding(binding, () => forEachFigure(figuresIn(deck.getCurrentSlide()), act));
  }
  deck.addKeyBinding({ keyCode: 84, key: 'T', description: 'Stage: light, dark or projector' }, cycleTheme);
  deck.registerKeyboardShortcut('PAGE DOWN, PAGE UP', 'Slides: next and previous, also from a clicker');
  deck.registerKeyboardShortcut('F5', 'Stage: start the show, in full screen');
}
