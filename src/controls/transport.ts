/** Play, step, reset, seed, speed and preset: buttons in, calls out. */
import { iconButton, setIcon } from './icon.ts';

export interface TransportActions {
  toggle(): void;
  step(): void;
  reset(): void;
  newSeed(): void;
  speed(factor: number): void;
  preset(name: string): void;
}

export interface TransportOptions {
  /** Names to choose from; without any there is nothing to choose with. */
  readonly presets: readonly string[];
  /** Parts that are left out: `play`, `seed`, `speed`, `preset`. */
  readonly hidden: readonly string[];
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
  /** The preset whose numbers the figure has, if there is one. */
  readonly preset: string | undefined;
  readonly time: string;
}

const speeds = [0.25, 0.5, 1, 2, 4];

export function createTransport(actions: TransportActions, { presets, hidden }: TransportOptions): Transport {
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
  const speed = choice('speed', 'Speed', (value) => actions.speed(Number(value)));
  for (const factor of speeds) speed.append(option(`${factor}`, `${factor}\u00d7`));
  const preset = choice('preset', 'Preset', actions.preset);
  preset.append(option('', 'own numbers'), ...presets.map((name) => option(name, name)));
  const time = document.createElement('span');
  time.className = 'time';
  const parts: Record<string, HTMLElement[]> = {
    play: [play, step, reset],
    seed: [seed],
    speed: [speed],
    preset: presets.length > 0 ? [preset] : [],
  };
  const shown = Object.entries(parts).filter(([name]) => !hidden.includes(name));
  element.append(...shown.flatMap(([, nodes]) => nodes), time);

  return {
    element,
    show(state) {
      const label = state.playing ? 'Pause' : state.resting ? 'Play again' : 'Play';
      if (play.title !== label) setIcon(play, state.playing ? 'pause' : 'play', label);
      if (setText(seed, `seed ${state.seed}`)) seed.setAttribute('aria-label', `seed ${state.seed}, take another`);
      if (speed.value !== `${state.speed}`) speed.value = `${state.speed}`;
      if (preset.value !== (state.preset ?? '')) preset.value = state.preset ?? '';
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

function choice(name: string, label: string, choose: (value: string) => void): HTMLSelectElement {
  const select = document.createElement('select');
  select.className = name;
  select.setAttribute('aria-label', label);
  select.addEventListener('change', () => select.value !== '' && choose(select.value));
  return select;
}

function option(value: string, text: string): HTMLOptionElement {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = text;
  return element;
}
