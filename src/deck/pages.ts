/** The pages that reveal.js lays out for print, as a reader of the document wants them. */

/** The slide on a page. */
export const slideOf = (page: Element): HTMLElement | null => page.querySelector('section:not(.stack)');

/** What makes the document's outline. */
export const headingsIn = (root: Element): Element[] => [
  ...root.querySelectorAll(':is(h1, h2, h3, h4, h5, h6):not([role])'),
];

/** Finishes all pages below `slides`: readable by machines, linked to each other, each slide's notes after its last. */
export function finishPages(slides: Element): void {
  for (const slide of slides.querySelectorAll('section')) {
    for (const hiding of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(hiding);
  }
  for (const link of slides.querySelectorAll('a[href^="#/"]')) {
    link.setAttribute('href', `#${link.getAttribute('href')?.split('/')[1]}`);
  }
  for (const notes of slides.querySelectorAll('.speaker-notes-pdf[data-layout="separate-page"]')) finishNotes(notes);
  const seen = new Set<string>();
  for (const page of slides.querySelectorAll('.pdf-page')) {
    const id = slideOf(page)?.id ?? '';
    if (seen.has(id)) leaveOutline(page);
    seen.add(id);
  }
}

/** The outline of a document lists headings: a slide stands in it once, however many pages it has. */
function leaveOutline(page: Element): void {
  for (const heading of headingsIn(page)) heading.setAttribute('role', 'paragraph');
}

/** Moves the notes behind the last state of their slide and gives them a head: the title and the number of the slide. */
function finishNotes(notes: Element): void {
  const page = notes.previousElementSibling;
  const slide = page && slideOf(page);
  if (!slide) return;
  const body = document.createElement('div');
  body.className = 'notes-body';
  body.append(...notes.childNodes);
  const title = document.createElement('p');
  title.className = 'notes-title';
  title.append(...(headingsIn(slide)[0]?.cloneNode(true).childNodes ?? []));
  for (const double of title.querySelectorAll('.katex-mathml')) double.remove();
  const number = document.createElement('p');
  number.textContent = `Notes ${page.querySelector('.slide-number-pdf')?.textContent ?? ''}`;
  const head = document.createElement('div');
  head.className = 'notes-head';
  head.append(title, number);
  notes.replaceChildren(head, body);
  let last = notes;
  for (let next = notes.nextElementSibling; next && slideOf(next)?.id === slide.id; next = next.nextElementSibling) {
    last = next;
  }
  if (last !== notes) last.after(notes);
}
