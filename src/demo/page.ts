/** Starts a page with a figure: the figure computes while it is in view and the page can be seen. */
import './live-demo.ts';
import '../offline/register.ts';
import { createAbout } from './about/about.ts';
import { createCopy } from './about/copy.ts';
import type { LiveDemo } from './live-demo.ts';

const inView = new Set<Element>();

function update(): void {
  const isVisible = document.visibilityState === 'visible';
  for (const figure of document.querySelectorAll<LiveDemo>('live-demo')) {
    figure.active = isVisible && inView.has(figure);
  }
}

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) inView.add(target);
    else inView.delete(target);
  }
  update();
});
for (const figure of document.querySelectorAll('live-demo')) observer.observe(figure);
document.addEventListener('visibilitychange', update);

/** The code that embeds the figure is complete where it is read: with the address of the page. */
for (const code of document.querySelectorAll<HTMLElement>('.embed code')) {
  const frame = new URL('frame.html', location.href);
  code.textContent = (code.textContent ?? '').replace('src="frame.html"', () => `src="${frame}"`);
  code.after(createCopy(code, 'the code'));
}

/** Below the figure, where the page has a place for it, stands what a slide shows in a sheet. */
for (const place of document.querySelectorAll('.about-figure')) {
  const figure = document.querySelector<LiveDemo>('live-demo');
  await figure?.mounted;
  if (figure?.subject) place.append(createAbout(figure.subject).element);
}
