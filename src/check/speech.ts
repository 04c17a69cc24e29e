/** How much of a slide's notes is spoken. */
import { plainText } from '../deck/plain-text.ts';

/**
 * Words that the speaker says. A paragraph of the notes may begin with a bold label that says what it is for, which
 * holds until the next label; spoken is what is labelled `Say`, and everything before the first label.
 */
export function spokenWords(notes: Element): number {
  let label = 'say';
  let words = 0;
  for (const paragraph of notes.children) {
    const [first] = paragraph.childNodes;
    const isLabelled = first instanceof Element && first.matches('strong, b');
    if (isLabelled) label = (first.textContent ?? '').replace(/[.:\s]+$/, '').toLowerCase();
    if (label !== 'say') continue;
    const text = plainText(paragraph).slice(isLabelled ? plainText(first).length : 0);
    words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  return words;
}
