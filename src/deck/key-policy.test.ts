// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { keyOwner, keys } from './key-policy.ts';

function control(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

const controls = {
  slider: '<input type="range">',
  number: '<input type="number">',
  text: '<input>',
  search: '<input type="search">',
  area: '<textarea></textarea>',
  editable: '<div contenteditable="true"></div>',
  checkbox: '<input type="checkbox">',
  radio: '<input type="radio">',
  select: '<select><option>1</option></select>',
  button: '<button>go</button>',
  summary: '<summary>more</summary>',
  link: '<a href="#/x">x</a>',
  ring: '<g role="slider" tabindex="0"></g>',
};

function ownersOf(keyCode: number): Record<string, string> {
  return Object.fromEntries(Object.entries(controls).map(([name, html]) => [name, keyOwner(keyCode, control(html))]));
}

const texts = ['number', 'text', 'search', 'area', 'editable'];
const with_ = (owned: readonly string[]) =>
  Object.fromEntries(Object.keys(controls).map((name) => [name, owned.includes(name) ? 'control' : 'deck']));

describe('whose key it is', () => {
  it.each(['pageUp', 'pageDown', 'f5'] as const)('%s is the deck’s whatever has the focus', (key) => {
    expect(ownersOf(keys[key])).toEqual(with_([]));
  });

  it.each(['b', 'period', 'escape'] as const)('%s is the deck’s, except where text is typed', (key) => {
    expect(ownersOf(keys[key])).toEqual(with_(texts));
  });

  it.each(['left', 'up', 'right', 'down', 'home', 'end'] as const)('%s works what has a position', (key) => {
    expect(ownersOf(keys[key])).toEqual(with_([...texts, 'slider', 'radio', 'select', 'ring']));
  });

  it('Space presses buttons and ticks boxes, and goes on from a slider or a link', () => {
    expect(ownersOf(keys.space)).toEqual(with_([...texts, 'checkbox', 'radio', 'select', 'button', 'summary']));
  });

  it('Enter presses buttons and follows links', () => {
    expect(ownersOf(keys.enter)).toEqual(with_([...texts, 'select', 'button', 'summary', 'link']));
  });

  it('letters are the deck’s while a slider has the focus', () => {
    expect(keyOwner('R'.charCodeAt(0), control(controls.slider))).toBe('deck');
  });

  it('what stands inside a control is the control', () => {
    const icon = control('<button><svg></svg></button>').firstElementChild;
    expect(keyOwner(keys.space, icon)).toBe('control');
  });

  it('without a focus every key is the deck’s', () => {
    for (const keyCode of Object.values(keys)) expect(keyOwner(keyCode, null)).toBe('deck');
  });
});
