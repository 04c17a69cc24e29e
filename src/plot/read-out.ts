import { htmlElement } from './elements.ts';
import type { Hue } from './hue.ts';
import { fixed } from './number.ts';

export interface ReadOutSpec {
  /** HTML of the name of the number. */
  label: string;
  hue?: Hue;
  /** Decimals */
  digits: number;
}

export interface ReadOut {
  /**
   * The present value; beside it the value of the theory, and their difference in units of `standardError` (of the
   * value), where given.
   */
  set(value: number, theory?: number, standardError?: number): void;
}

/** A present value in large tabular figures, appended to `host`. */
export function readOut(host: HTMLElement, { label, hue = 'ink', digits }: ReadOutSpec): ReadOut {
  const root = htmlElement(host, 'div', 'read-out', '', hue);
  htmlElement(root, 'span', 'read-out-label', label);
  const value = htmlElement(root, 'span', 'read-out-value');
  const theory = htmlElement(root, 'span', 'read-out-theory');
  const difference = htmlElement(root, 'span', 'read-out-difference');
  return {
    set(newValue, newTheory, standardError) {
      write(value, fixed(newValue, digits));
      write(theory, newTheory === undefined ? '' : fixed(newTheory, digits));
      const hasError = newTheory !== undefined && standardError !== undefined;
      write(difference, hasError ? inStandardErrors((newValue - newTheory) / standardError) : '');
    },
  };
}

/** A difference in standard errors with its sign, such as `+1.3 s.e.`; empty where it is not a number. */
export function inStandardErrors(difference: number): string {
  if (!Number.isFinite(difference)) return '';
  const text = fixed(difference, 1);
  const sign = difference > 0 && Number(text) !== 0 ? '+' : '';
  return `${sign}${text}\u202fs.e.`;
}

function write(element: HTMLElement, html: string): void {
  if (element.innerHTML !== html) element.innerHTML = html;
}
