// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '../demo/link.ts';
import { showQr } from './qr.ts';
import type { Deck } from './reveal.ts';

const slide = document.createElement('section');
const events = new EventTarget();
let press = () => {};
const deck = {
  getCurrentSlide: () => slide,
  on: events.addEventListener.bind(events),
  addKeyBinding: (_: unknown, action: () => void) => {
    press = action;
  },
} as unknown as Deck;

let link: Link = { href: 'https://example.org/talk/#/one' };
const qr = showQr(deck, () => link);
const told: boolean[] = [];
qr.onToggle((on) => told.push(on));

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[open]');
const text = (name: string) => dialog()?.querySelector(`.qr-${name}`)?.textContent;
const key = (name: string, modifiers: KeyboardEventInit = {}) =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true, ...modifiers }));

beforeEach(() => {
  qr.show(false);
  told.length = 0;
  link = { href: 'https://example.org/talk/#/one' };
  slide.innerHTML = '<h1>A <b>claim</b></h1><p>Words</p>';
});

describe('the QR code of a slide', () => {
  it('shows the link as it is now, its note and the title as it is set', () => {
    link = { href: 'https://example.org/talk/?f.one=seed:2#/one', note: 'Good to know.' };
    press();
    expect([text('link'), text('note'), text('title')]).toEqual([link.href, 'Good to know.', 'A claim']);
    expect(dialog()?.querySelector('.qr-title b')).not.toBeNull();
    expect(dialog()?.querySelector('svg')?.getAttribute('aria-label')).toBe('QR code of the link');
  });

  it('takes a link for text, whatever is in it', () => {
    link = { href: 'https://example.org/<img src=x>' };
    press();
    expect(text('link')).toBe(link.href);
    expect(dialog()?.querySelector('img')).toBeNull();
  });

  it('says in words that a link is too long', () => {
    link = { href: `https://example.org/${'x'.repeat(3000)}`, note: 'Good to know.' };
    press();
    expect(dialog()?.querySelector('svg')).toBeNull();
    expect(dialog()?.querySelector<HTMLElement>('.qr-code')?.hidden).toBe(true);
    expect(text('note')).toMatch(/^Good to know\. The link is too long/);
  });

  it('has the title of the talk where the slide has none', () => {
    document.title = 'The talk';
    slide.innerHTML = '';
    press();
    expect(text('title')).toBe('The talk');
  });

  it('goes with any key that works nothing, and the key goes no further', () => {
    const heard = vi.fn();
    window.addEventListener('keydown', heard);
    for (const name of ['q', ' ', 'ArrowRight', 'Enter']) {
      press();
      key(name);
      expect(dialog()).toBeNull();
    }
    expect(heard).not.toHaveBeenCalled();
    press();
    key('Tab');
    key('c', { ctrlKey: true });
    expect(dialog()).not.toBeNull();
    window.removeEventListener('keydown', heard);
  });

  it('goes when the slide does, and tells each coming and going once', () => {
    press();
    press();
    qr.show(true);
    events.dispatchEvent(new Event('slidechanged'));
    qr.show(false);
    expect(dialog()).toBeNull();
    expect(told).toEqual([true, false]);
  });
});
