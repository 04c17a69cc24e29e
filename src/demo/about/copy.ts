/** A button that puts a text of the page on the clipboard, also where the page may not write there by itself. */
import './button.css';
import { button, element, setText } from './element.ts';

/** Milliseconds for which the button says what came of it. */
const shownFor = 2500;

/**
 * Copies what `source` says at the time: the value of a field, the text of any other element.
 *
 * @param what names the text for those who do not see where the button stands.
 */
export function createCopy(source: HTMLElement, what: string): HTMLElement {
  const status = element('span', { class: 'unseen', role: 'status' });
  let timer = 0;
  const say = (word: string, outcome: string) => {
    setText(copy, word);
    setText(status, outcome);
  };
  const copy = button('Copy', `Copy ${what}`, async () => {
    const isCopied = await copyText(source);
    clearTimeout(timer);
    if (isCopied) say('Copied', `Copied ${what}`);
    else say('Not copied: press Ctrl+C', `Not copied. The text is selected: press Ctrl+C.`);
    timer = window.setTimeout(() => say('Copy', ''), shownFor);
  });
  return element('span', { class: 'copy' }, copy, status);
}

/** False if the text could not be copied; then it is selected. */
async function copyText(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source instanceof HTMLInputElement ? source.value : (source.textContent ?? ''));
    return true;
  } catch {
    if (source instanceof HTMLInputElement) source.select();
    else getSelection()?.selectAllChildren(source);
    return document.execCommand('copy');
  }
}
