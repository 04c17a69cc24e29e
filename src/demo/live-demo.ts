/**
 * `<live-demo name="..." r="3" seed="7" at="400">`: a figure on a slide or a page, in the light DOM.
 *
 * The element is a window on its figure, which lives in the registry: reveal.js may clone, move or replace the element
 * and nothing is lost. Whoever owns the page sets `active`; while false, nothing is computed and nothing moves.
 */
import './live-demo.css';
import { activate, deactivate, retire } from './conductor.ts';
import { createControls } from './controls.ts';
import type { Figure } from './figure.ts';
import { demoOf, figureFor, paramsOf } from './registry.ts';
import { readSettings } from './settings.ts';
import type { Painter, Stage } from './view.ts';

/** Attributes that are not numbers of the figure. */
const reserved = new Set(['name', 'id', 'class', 'style', 'at', 'autoplay', 'full', 'title', 'role', 'tabindex']);
/** A screen reader hears of a running figure once in this many milliseconds. */
const announceEvery = 1000;

let anonymous = 0;

export class LiveDemo extends HTMLElement {
  #figure: Figure | undefined;
  #painter: Painter | undefined;
  #unsubscribe: () => void = () => {};
  #active = false;
  #started = false;
  #scheduled = 0;
  #silent = false;
  #mounted: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    if (this.#figure) return;
    const name = this.getAttribute('name') ?? '';
    try {
      const demo = demoOf(name);
      this.dataset.figure ??= this.id || `${name}/${++anonymous}`;
      const figure = figureFor(this.#key(), demo, readSettings(this.#where(), paramsOf(demo), this.#settings()));
      this.#figure = figure;
      this.#mounted = this.#mount(figure).catch((error) => this.#complain(error));
    } catch (error) {
      this.#complain(error);
    }
  }

  disconnectedCallback(): void {
    const figure = this.#figure;
    queueMicrotask(() => {
      if (this.isConnected || !figure) return;
      this.#active = false;
      retire(figure);
      this.#unsubscribe();
      this.#painter?.destroy();
      this.#painter = this.#figure = undefined;
    });
  }

  get active(): boolean {
    return this.#active;
  }
  set active(value: boolean) {
    const figure = this.#figure;
    if (!figure || value === this.#active) return;
    this.#active = value;
    if (!value) {
      deactivate(figure);
      return;
    }
    activate(figure);
    if (this.#started || figure.tick > 0) return;
    this.#started = true;
    if (this.getAttribute('autoplay') === 'false') return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) void this.still();
    else figure.play();
  }

  /** The settings of the visible fragments: those that are gone fall back to the attributes. Idempotent. */
  fold(settings: Record<string, string>): void {
    const figure = this.#figure;
    if (!figure) return;
    try {
      figure.fold(readSettings(this.#where(), figure.params, settings));
    } catch (error) {
      this.#complain(error);
    }
  }

  /** Runs to the tick `at` (the end, where the attribute is silent) and paints once. */
  async still(): Promise<void> {
    const figure = this.#figure;
    if (!figure) return;
    this.#silent = true;
    await Promise.all([this.#mounted, figure.seek(this.#at(figure))]);
    this.#silent = false;
    this.#paint();
    if (!this.#active) retire(figure);
  }

  play(): void {
    this.#figure?.play();
  }
  pause(): void {
    this.#figure?.pause();
  }
  toggle(): void {
    if (this.#figure?.playing) this.pause();
    else this.play();
  }
  step(): void {
    this.#figure?.step();
  }
  reset(): void {
    this.#figure?.reset();
  }
  /** The next seed, and a run from its start. */
  newSeed(): void {
    const figure = this.#figure;
    if (!figure) return;
    figure.store.set({ seed: (figure.store.get('seed') + 1) % 2 ** 32 });
    figure.play();
  }

  /** Print lays out a slide once for each state of its fragments, so there each page has a figure of its own. */
  #key(): string {
    const printed = this.closest('.pdf-page');
    return printed ? `${this.dataset.figure} print ${++anonymous}` : (this.dataset.figure as string);
  }

  #at(figure: Figure): number {
    const at = Number(this.getAttribute('at') ?? figure.demo.ticks);
    return Number.isInteger(at) && at >= 0 ? at : figure.demo.ticks;
  }

  #where(): string {
    return `live-demo "${this.getAttribute('name')}"`;
  }

  /** The attributes that are numbers of the figure. */
  #settings(): Record<string, string> {
    const own = [...this.attributes].filter(({ name }) => !reserved.has(name) && !/^(data|aria)-/.test(name));
    return Object.fromEntries(own.map(({ name, value }) => [name, value]));
  }

  async #mount(figure: Figure): Promise<void> {
    const { demo } = figure;
    if (typeof WebAssembly === 'undefined') throw new Error('this browser does not run WebAssembly');
    const { default: view } = await demo.view();
    if (this.#figure !== figure) return;
    const frame = document.createElement('div');
    frame.className = 'frame';
    const stage = document.createElement('div');
    stage.className = 'stage';
    stage.setAttribute('role', 'img');
    stage.setAttribute('aria-label', demo.alt);
    const status = document.createElement('p');
    status.className = 'status';
    status.setAttribute('role', 'status');
    const failure = document.createElement('p');
    failure.className = 'failure';
    failure.setAttribute('role', 'alert');
    const controls = createControls(figure, this);
    frame.append(stage, controls.element, failure, status);
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', demo.claim);
    this.replaceChildren(frame);
    this.#painter = view(stageOn(stage));

    let announced = 0;
    this.#paint = () => {
      this.#painter?.paint(figure.runs);
      controls.show();
      failure.textContent = figure.failure && `${figure.failure}. ${demo.alt}`;
      this.classList.toggle('playing', figure.playing);
      const now = performance.now();
      if (now - announced < announceEvery && figure.playing) return;
      announced = now;
      if (figure.tick > 0) status.textContent = this.#painter?.summary(figure.runs) ?? '';
    };
    this.#unsubscribe = figure.subscribe(() => this.#invalidate());
    this.#paint();
  }

  #paint: () => void = () => {};

  #invalidate(): void {
    if (this.#scheduled || this.#silent) return;
    this.#scheduled = requestAnimationFrame(() => {
      this.#scheduled = 0;
      if (!this.#silent) this.#paint();
    });
  }

  /** The figure's place says what went wrong and what would be seen; everything else on the page goes on. */
  #complain(error: unknown): void {
    const message = document.createElement('p');
    message.className = 'failure';
    message.setAttribute('role', 'alert');
    message.textContent = error instanceof Error ? error.message : String(error);
    this.querySelector(':scope > .failure')?.remove();
    this.append(message);
  }
}

function stageOn(element: HTMLElement): Stage {
  return {
    panel(area) {
      const panel = document.createElement('div');
      panel.className = `panel ${area}`;
      panel.style.setProperty('--area', area);
      element.append(panel);
      return panel;
    },
    grid(template) {
      element.style.setProperty('--grid', template);
    },
  };
}

customElements.define('live-demo', LiveDemo);
