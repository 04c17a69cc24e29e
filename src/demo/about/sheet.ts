/**
 * The sheet over the page that says what a figure is. A modal dialog: the browser keeps the focus in it and gives it
 * back, and Escape closes it. It hangs below `<body>`, where no transform of a slide can reach it.
 */
import './sheet.css';
import { button, element } from '../../controls/element.ts';
import { createAbout } from './about.ts';
import type { Subject } from './subject.ts';

/** Shows the sheet of that figure, in place of any other. Whoever closes the dialog closes the sheet. */
export function openSheet(subject: Subject): void {
  for (const other of document.querySelectorAll<HTMLDialogElement>('dialog.sheet')) other.close();
  const about = createAbout(subject);
  const title = element('h1', { id: 'sheet-title' }, subject.figure.demo.claim);
  const dialog = element('dialog', { class: 'sheet', 'aria-labelledby': title.id });
  const close = button('Close', () => dialog.close());
  dialog.append(element('div', { class: 'paper' }, element('header', {}, title, close), about.element));
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  /** Keys are the browser's: nobody on the page below hears of them. */
  const keep = (event: KeyboardEvent) => event.stopPropagation();
  window.addEventListener('keydown', keep, { capture: true });
  dialog.addEventListener('close', () => {
    window.removeEventListener('keydown', keep, { capture: true });
    about.destroy();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
