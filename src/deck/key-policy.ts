/**
 * Whose key it is. A clicker is a keyboard that sends PageDown, PageUp, `.` or `b`, F5 and Escape, and its keys are the
 * deck's whatever has the focus: nobody on stage looks for the focus. A control that has the focus keeps the keys that
 * work it. Keys are named by reveal.js's key codes, since those are all that its speaker view passes on.
 */
export type KeyOwner = 'deck' | 'control';

export const keys = {
  enter: 13,
  escape: 27,
  space: 32,
  pageUp: 33,
  pageDown: 34,
  end: 35,
  home: 36,
  left: 37,
  up: 38,
  right: 39,
  down: 40,
  b: 66,
  f5: 116,
  period: 190,
} as const;

const travel: readonly number[] = [keys.left, keys.up, keys.right, keys.down, keys.home, keys.end];
const press: readonly number[] = [keys.space, keys.enter];

/** Text belongs to the field it is typed into, `b` and `.` included; these three are never text. */
const neverText: readonly number[] = [keys.pageUp, keys.pageDown, keys.f5];

const textField =
  'textarea, [contenteditable]:not([contenteditable="false"]), input:not([type="range"], [type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="reset"], [type="color"], [type="file"])';

/** Controls by what they understand; a control of several kinds has the keys of all. */
const kinds: readonly (readonly [selector: string, understood: readonly number[]])[] = [
  ['input[type="range"], input[type="radio"], select, [role="slider"], [role="spinbutton"], [role="radio"]', travel],
  ['select, button, summary, [role="button"], [role="switch"], [role="checkbox"]', press],
  ['input[type="checkbox"], input[type="radio"]', [keys.space]],
  ['a[href]', [keys.enter]],
];

/** The owner of a key pressed while `target` has the focus. */
export function keyOwner(keyCode: number, target: Element | null): KeyOwner {
  if (target?.closest(textField)) return neverText.includes(keyCode) ? 'deck' : 'control';
  const isUnderstood = kinds.some(
    ([selector, understood]) => understood.includes(keyCode) && target?.closest(selector),
  );
  return isUnderstood ? 'control' : 'deck';
}
