/** One quiet line that says that there is a newer version. The page is never loaded again by itself: a talk may be on. */
import { button } from '../controls/element.ts';
import './reload-offer.css';

/** Shows the line, once; it goes when asked to, or when the talk moves on. */
export function offerReload(): void {
  if (document.querySelector('.reload-offer')) return;
  const line = document.createElement('p');
  line.className = 'reload-offer';
  line.setAttribute('role', 'status');
  const what = document.querySelector('.reveal') ? 'talk' : 'page';
  line.append(
    `A newer version of this ${what} is there. `,
    button('Reload', () => location.reload()),
    button('Later', () => line.remove()),
  );
  document.body.append(line);
  document.addEventListener('slidechanged', () => line.remove(), { once: true });
}
