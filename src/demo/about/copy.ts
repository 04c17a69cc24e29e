/** A button that puts a text of the page on the clipboard, also where the page may not write there by itself. */
import { toClipboard } from '../../controls/clipboard.ts';
import './button.css';
import { button, element, setText } from '../../controls/element.ts';

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
  const copyIt = async () => {
    const isCopied = await toClipboard(source instanceof HTMLInputElement ? source.value : (source.textContent ?? ''));
    clearTimeout(timer);
    if (isCopied) say('Copied', `Copied ${what}`);
    else {
      select(source);
      say('Not copied: press Ctrl+C', 'Not copied. The text is selected: press Ctrl+C.');
    }
    timer = window.setTimeout(() => say('Copy', ''), shownFor);
  };
  const copy = button('Copy', () => void copyIt(), `Copy ${what}`);
  return element('span', { class: 'copy' }, copy, status);
}

/** So that a person can copy it by hand. */
function select(source: HTMLElement): void {
  if (source instanceof HTMLInputElement) source.select();
  else getSelection()?.selectAllChildren(source);
}
