// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { grouped, groupHelp } from './help.ts';
import type { Deck } from './reveal.ts';

describe('groups of keys', () => {
  it('are named before a colon, and come in the order in which they first come up', () => {
    const groups = grouped([
      { key: 'N', words: 'Next slide' },
      { key: 'F', words: 'Fullscreen' },
      { key: 'R', words: 'Figure: reset to its start' },
      { key: 'Z', words: 'Something of a plugin' },
      { key: 'X', words: 'Stage: laser pointer' },
    ]);
    expect([...groups]).toEqual([
      [
        'Stage',
        [
          { key: 'F', words: 'full screen' },
          { key: 'X', words: 'laser pointer' },
        ],
      ],
      ['Figure', [{ key: 'R', words: 'reset to its start' }]],
      ['More', [{ key: 'Z', words: 'Something of a plugin' }]],
    ]);
  });
});

describe('the help', () => {
  const reveal = document.createElement('div');
  const events = new EventTarget();
  const plane = { horizontal: true, vertical: false, mode: 'default' };
  let toggled = 0;
  const deck = {
    on: events.addEventListener.bind(events),
    getRevealElement: () => reveal,
    hasHorizontalSlides: () => plane.horizontal,
    hasVerticalSlides: () => plane.vertical,
    getConfig: () => ({ navigationMode: plane.mode }),
    isPaused: () => false,
    isFocused: () => true,
    toggleHelp: () => toggled++,
  } as unknown as Deck;
  groupHelp(deck);
  const show = () => {
    reveal.innerHTML = `<div class="r-overlay"><header></header><div class="r-overlay-help-content"><table>
      <tr><th>KEY</th><th>ACTION</th></tr><tr><td>&#8592;  ,  H</td><td>Navigate left</td></tr>
      <tr><td>ESC, O</td><td>Slide overview</td></tr></table></div></div>`;
    events.dispatchEvent(new Event('showhelp'));
    return [...reveal.querySelectorAll('dt')].map((term) => [
      [...term.querySelectorAll('kbd')].map((cap) => cap.textContent).join(' '),
      term.nextElementSibling?.textContent,
    ]);
  };

  it('says where the arrows go in this talk', () => {
    expect(show()).toEqual([
      ['→ ↓ SPACE N L J', 'next'],
      ['← ↑ SHIFT SPACE P H K', 'previous'],
      ['ESC O', 'all of them'],
    ]);
    plane.vertical = true;
    expect(show().map(([, words]) => words)).toEqual([
      'next',
      'previous',
      'left and right',
      'up and down',
      'all of them',
    ]);
    plane.mode = 'linear';
    expect(show()).toHaveLength(3);
  });

  it('comes with a question mark, wherever the keyboard has it, except where text is typed', () => {
    const press = (target: EventTarget, key: string) =>
      target.dispatchEvent(Object.assign(new KeyboardEvent('keydown', { key, bubbles: true }), {}));
    document.body.innerHTML = '<input>';
    press(document.body, '?');
    expect(toggled).toBe(1);
    press(document.body, '#');
    press(document.querySelector('input') as Element, '?');
    expect(toggled).toBe(1);
  });
});
