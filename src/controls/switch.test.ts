// @vitest-environment happy-dom
/** A switch: number spec in, number out. */
import { expect, test, vi } from 'vitest';
import type { NumberSpec } from '../kernel/manifest.ts';
import { createSwitch } from './switch.ts';

const spec: NumberSpec = {
  symbol: 'q',
  meaning: 'which number is counted',
  min: 2,
  max: 3,
  default: 2,
  integer: true,
};

function make() {
  const onInput = vi.fn();
  const { element, show } = createSwitch({ name: 'q', spec, words: ['mean', 'typical'], onInput });
  const button = element.querySelector('button');
  if (!button) throw new Error('expected a button');
  return { element, show, button, onInput, checked: () => button.getAttribute('aria-checked') };
}

test('a press goes to the other value and back', () => {
  const { button, onInput, checked } = make();
  expect(checked()).toBe('false');
  button.click();
  expect(checked()).toBe('true');
  button.click();
  expect(checked()).toBe('false');
  expect(onInput.mock.calls.flat()).toEqual([3, 2]);
});

test('shows a value without announcing it', () => {
  const { show, button, onInput, checked } = make();
  show(3);
  expect(checked()).toBe('true');
  expect(onInput).not.toHaveBeenCalled();
  button.click();
  expect(onInput.mock.calls.flat()).toEqual([2]);
});

test('has both words, the lower value first, and is a switch with a name for those who do not see it', () => {
  const { element, button } = make();
  expect([...element.querySelectorAll('span')].map((word) => word.textContent)).toEqual(['mean', 'typical']);
  expect([element.className, element.title]).toEqual(['control switch', 'which number is counted']);
  expect([button.type, button.getAttribute('role')]).toEqual(['button', 'switch']);
  expect(button.getAttribute('aria-label')).toBe('q: which number is counted');
});
