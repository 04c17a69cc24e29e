/** A button that shows a small drawing and says what it does. */
const icons = {
  play: 'M5 3.5v13l11-6.5z',
  pause: 'M5 3.5h3.6v13H5zM11.4 3.5H15v13h-3.6z',
  step: 'M4 3.5v13l8-6.5zM13.4 3.5H16v13h-2.6z',
  reset: 'M10 3.2a6.8 6.8 0 1 1-6.6 8.4l2-.5A4.7 4.7 0 1 0 7 6.3L9 8.4H3.2V2.6L5.5 5A6.8 6.8 0 0 1 10 3.2z',
  link: 'M8.3 11.7a3.6 3.6 0 0 1 0-5.1l2.6-2.6a3.6 3.6 0 0 1 5.1 5.1l-1.6 1.6-1.3-1.3 1.6-1.6a1.8 1.8 0 0 0-2.5-2.5L9.6 7.9a1.8 1.8 0 0 0 0 2.5zM11.7 8.3a3.6 3.6 0 0 1 0 5.1l-2.6 2.6a3.6 3.6 0 0 1-5.1-5.1l1.6-1.6 1.3 1.3-1.6 1.6a1.8 1.8 0 0 0 2.5 2.5l2.6-2.6a1.8 1.8 0 0 0 0-2.5z',
  done: 'M3.6 10.4 5 9l3.4 3.4L15 5.8l1.4 1.4-8 8z',
  about:
    'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 1.7a6.3 6.3 0 1 0 0 12.6 6.3 6.3 0 0 0 0-12.6zM9.1 9h1.8v5H9.1zm0-3.1h1.8v1.9H9.1z',
} as const;

export type Icon = keyof typeof icons;

export function iconButton(icon: Icon, label: string, action: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', action);
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(namespace, 'path'));
  button.append(svg);
  setIcon(button, icon, label);
  return button;
}

/** Changes what the button shows and says. */
export function setIcon(button: HTMLButtonElement, icon: Icon, label: string): void {
  button.title = label;
  button.setAttribute('aria-label', label);
  button.querySelector('path')?.setAttribute('d', icons[icon]);
}
