/** A line over the deck that goes when it has been read. */
import './notice.css';

export function showNotice(text: string): void {
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => notice.remove());
  notice.append(' ', close);
  document.body.append(notice);
}
