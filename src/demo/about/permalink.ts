/** The link to the figure as it is, with the controls that it leaves out, and how to cite it. */

import { element, setText } from '../../controls/element.ts';
import { bibtex, plainCitation } from './citation.ts';
import { createCopy } from './copy.ts';
import { section } from './section.ts';
import type { Subject } from './subject.ts';

export interface Permalink {
  readonly link: HTMLElement;
  readonly citation: HTMLElement;
  /** Writes the link as it is now. */
  show(): void;
}

export function createPermalink({ name, figure, controls, link }: Subject): Permalink {
  const field = element('input', { type: 'text', readonly: '', 'aria-label': 'Link to the figure as it is now' });
  const note = element('p', { class: 'aside' });
  const sentence = element('p');
  const entry = element('code', { tabindex: '0', role: 'group', 'aria-label': 'BibTeX' });
  const boxes = controls.map((control) => {
    const box = element('input', { type: 'checkbox', value: control });
    box.addEventListener('change', show);
    return { box, label: element('label', {}, box, ' ', control) };
  });
  const choice = element(
    'fieldset',
    {},
    element('legend', {}, 'Leave out these controls'),
    ...boxes.map(({ label }) => label),
  );
  field.addEventListener('focus', () => field.select());

  function show(): void {
    const hidden = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    const { href, note: remark = '' } = link(hidden);
    if (field.value !== href) field.value = href;
    setText(note, remark);
    const cited = { name, claim: figure.demo.claim, href };
    setText(sentence, plainCitation(cited));
    setText(entry, bibtex(cited));
  }

  return {
    link: section('Link', element('div', { class: 'link' }, field, createCopy(field, 'the link')), note, choice),
    citation: section(
      'How to cite',
      sentence,
      createCopy(sentence, 'the citation'),
      element('pre', { class: 'entry' }, entry),
      createCopy(entry, 'the BibTeX entry'),
    ),
    show,
  };
}
