/** Play, step, reset, seed and speed: buttons in, calls out. */
export interface TransportActions {
  toggle(): void;
  step(): void;
  reset(): void;
  newSeed(): void;
  speed(factor: number): void;
}

export interface Transport {
  readonly element: HTMLElement;
  show(state: TransportState): void;
}

export interface TransportState {
  readonly playing: boolean;
  readonly resting: boolean;
  readonly seed: number;
  readonly speed: number;
  readonly time: string;
}

const speeds = [0.25, 0.5, 1, 2, 4];

const icons = {
  play: 'M5 3.5v13l11-6.5z',
  pause: 'M5 3.5h3.6v13H5zM11.4 3.5H15v13h-3.6z',
  step: 'M4 3.5v13l8-6.5zM13.4 3.5H16v13h-2.6z',
  reset: 'M10 3.2a6.8 6.8 0 1 1-6.6 8.4l2-.5A4.7 4.7 0 1 0 7 6.3L9 8.4H3.2V2.6L5.5 5A6.8 6.8 0 0 1 10 3.2z',
} as const;

export function createTransport(actions: TransportActions): Transport {
  const element = document.createElement('div');
  element.className = 'control transport';
  const play = iconButton('play', 'Play', actions.toggle);
  const step = iconButton('step', 'One step', actions.step);
  const reset = iconButton('reset', 'Reset', actions.reset);
  const seed = document.createElement('button');
  seed.type = 'button';
  seed.className = 'seed';
  seed.title = 'New seed';
  seed.addEventListener('click', actions.newSeed);
  const speed = document.createElement('select');
  speed.className = 'speed';
  speed.setAttribute('aria-label', 'Speed');
  for (const factor of speeds) {
    const option = document.createElement('option');
    option.value = `${factor}`;
    option.textContent = `${factor}\u00d7`;
    speed.append(option);
  }
  speed.addEventListener('change', () => actions.speed(Number(speed.value)));
  const time = document.createElement('span');
  time.className = 'time';
  element.append(play.button, step.button, reset.button, seed, speed, time);

  return {
    element,
    show(state) {
      const label = state.playing ? 'Pause' : state.resting ? 'Play again' : 'Play';
      if (play.button.title !== label) {
        play.button.title = label;
        play.button.setAttribute('aria-label', label);
        play.path.setAttribute('d', state.playing ? icons.pause : icons.play);
      }
      if (setText(seed, `seed ${state.seed}`)) seed.setAttribute('aria-label', `seed ${state.seed}, take another`);
      if (speed.value !== `${state.speed}`) speed.value = `${state.speed}`;
      setText(time, state.time);
    },
  };
}

/** True if the text is new. */
function setText(node: HTMLElement, text: string): boolean {
  if (node.textContent === text) return false;
  node.textContent = text;
  return true;
}

function iconButton(icon: keyof typeof icons, label: string, action: () => void) {
  const button = document.createElement('button');
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', action);
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', icons[icon]);
  svg.append(path);
  button.append(svg);
  return { button, path };
}
