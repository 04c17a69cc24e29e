/** Starts a figure's own page: the figure computes while it is in view and the page can be seen. */
import './page.css';
import './live-demo.ts';
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
