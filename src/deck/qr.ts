/**
 * The link to what is on the screen, for those who want it on their own: a QR code over the whole window, with the link
 * in letters and the title of the slide. Every key and every click takes it away again.
 */
import type { Link } from '../demo/link.ts';
import { qrCode } from './qr-code.ts';
import type { Deck } from './reveal.ts';

const tooLong = 'The link is too long for a QR code that could be read across a room.';

export interface Qr {
  /** Shows the code or takes it away; nothing happens where it is so already. */
  show(on: boolean): void;
  /** Tells that the code has come (true) or gone, whoever did it. */
  onToggle(listener: (on: boolean) => void): void;
}

/** The QR code of `deck`, at the key Q. `linkToSlide` is asked each time. */
export function showQr(deck: Deck, linkToSlide: () => Link): Qr {
  const dialog = createDialog();
  const listeners = new Set<(on: boolean) => void>();
  const part = (name: string) => dialog.querySelector(`.qr-${name}`) as HTMLElement;
  const tell = (on: boolean) => {
    for (const listener of listeners) listener(on);
  };

  function open(): void {
    const { href, note = '' } = linkToSlide();
    const code = qrCode(href);
    code?.setAttribute('role', 'img');
    code?.setAttribute('aria-label', 'QR code of the link');
    part('code').replaceChildren(...(code ? [code] : []));
    part('code').hidden = !code;
    part('link').textContent = href;
    part('note').textContent = [note, code ? '' : tooLong].join(' ').trim();
    part('title').replaceChildren(...titleOf(deck.getCurrentSlide()));
    document.body.append(dialog);
    dialog.showModal();
    tell(true);
  }
  const show = (on: boolean) => {
    if (on === dialog.open) return;
    if (on) open();
    else dialog.close();
  };
  const hide = () => show(false);

  dialog.addEventListener('click', (event) => {
    if (event.target !== part('link')) hide();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    tell(false);
  });
  window.addEventListener('keydown', (event) => dialog.open && takesAway(event) && consume(event, hide), true);
  deck.on('slidechanged', hide);
  const binding = { keyCode: 81, key: 'Q', description: 'Stage: QR code of the link to this slide' };
  deck.addKeyBinding(binding, () => show(true));
  return { show, onToggle: (listener) => void listeners.add(listener) };
}

function createDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'qr';
  dialog.setAttribute('aria-labelledby', 'qr-title');
  const code = document.createElement('div');
  const title = document.createElement('h2');
  const link = document.createElement('p');
  const note = document.createElement('p');
  const close = document.createElement('button');
  for (const [name, element] of Object.entries({ code, title, link, note, close })) element.className = `qr-${name}`;
  title.id = 'qr-title';
  close.type = 'button';
  close.textContent = 'Close';
  const words = document.createElement('div');
  words.className = 'qr-words';
  words.append(title, link, note, close);
  dialog.append(code, words);
  return dialog;
}

/** The title as it is set on the slide, else that of the talk. */
function titleOf(slide: HTMLElement | undefined): (Node | string)[] {
  const heading = slide?.querySelector('h1, h2, h3');
  return heading ? [...heading.cloneNode(true).childNodes] : [document.title];
}

/** Keys with a modifier copy the link, and Tab goes to the button. */
function takesAway(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.key === 'Tab');
}

function consume(event: KeyboardEvent, action: () => void): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  action();
}
