/**
 * `<live-demo name="..." r="3" seed="7" at="400">`: a figure on a slide or a page, in the light DOM.
 *
 * The element is a window on its figure, which lives outside the DOM: reveal.js may clone, move or replace the element
 * and nothing is lost. Whoever owns the page sets `active`; while false, nothing is computed and nothing moves. With the
 * attribute `background` it is there for the eye alone, behind words.
 */
import './live-demo.css';
import { toClipboard } from '../controls/clipboard.ts';
import { closableMessage, message } from '../controls/message.ts';
import { messageOf } from '../kernel/failure.ts';
import type { Subject } from './about/subject.ts';
import { activate, deactivate, retire } from './conductor.ts';
import { createFace, type Face } from './face.ts';
import type { Figure } from './figure.ts';
import { figureFor } from './figures.ts';
import { type Link, linkedText, linkWith, placeOf } from './link.ts';
import { controlNames, readState } from './link-text.ts';
import { demoOf, paramsOf } from './registry.ts';
import { readSettings, readTick, settingsIn } from './settings.ts';

let anonymous = 0;

export class LiveDemo extends HTMLElement {
  #figure: Figure | undefined;
  #face: Face | undefined;
  #mounted: Promise<void> = Promise.resolve();
  #active = false;
  /** The tick of the still. */
  #at = 0;
  /** What is wrong with the address of the page, as far as it speaks of this figure. */
  #misread = '';

  connectedCallback(): void {
    if (this.#figure) return;
    this.#attempt(() => {
      const name = this.getAttribute('name') ?? '';
      const demo = demoOf(name);
      const numbers = readSettings(this.#where(), paramsOf(demo), settingsIn(this));
      this.#at = readTick(this.#where(), this.getAttribute('at'), demo);
      this.dataset.figure ??= this.id || `${name}/${++anonymous}`;
      // Print lays out a slide once for each state of its fragments, so there each page has a figure of its own.
      const key = this.closest('.pdf-page') ? undefined : this.dataset.figure;
      const figure = figureFor(key, demo, numbers);
      this.#figure = figure;
      if (!figure.begun) this.#follow(linkedText(this.dataset.figure), figure);
      this.#mounted = this.#mount(figure).catch((error) => this.#break(error));
    });
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#release();
    });
  }

  /** What the element shows; nothing after a failure to begin. */
  get figure(): Figure | undefined {
    return this.#figure;
  }

  /** Resolves when the figure is drawn, or cannot be. */
  get mounted(): Promise<void> {
    return this.#mounted;
  }

  get active(): boolean {
    return this.#active;
  }
  set active(value: boolean) {
    const figure = this.#figure;
    if (!figure || value === this.#active) return;
    this.#active = value;
    this.classList.toggle('on-stage', value);
    if (!value) {
      deactivate(figure);
      return;
    }
    activate(figure);
    if (figure.begun || this.getAttribute('autoplay') === 'false') return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) void this.still();
    else figure.play();
  }

  /** The settings of the visible fragments: those that are gone fall back to the attributes. Idempotent. */
  fold(settings: Record<string, string>): void {
    const figure = this.#figure;
    if (figure) this.#attempt(() => figure.fold(readSettings(this.#where(), figure.params, settings)));
  }

  /** Runs to the tick `at` (the end, where the attribute is silent) and paints once. */
  async still(): Promise<void> {
    await this.#mounted;
    const figure = this.#figure;
    const face = this.#face;
    if (!figure || !face) return;
    face.held = true;
    await figure.seek(this.#at);
    face.held = false;
    if (this.#face === face) face.paint();
    if (!this.#active) retire(figure);
  }

  /** A link to the page with the figure as it is now, without these controls. */
  link(hidden: readonly string[] = this.#hidden()): Link {
    const figures = this.#figure ? [[this.dataset.figure ?? '', this.#figure.state()] as const] : [];
    return linkWith(placeOf(this), new Map(figures), hidden);
  }
  copyLink(): Promise<boolean> {
    return toClipboard(this.link().href);
  }
  /** What somebody may want to know of the figure; nothing before it is drawn. */
  get subject(): Subject | undefined {
    const figure = this.#figure;
    const drawing = this.querySelector<HTMLElement>('.stage');
    if (!figure || !drawing) return undefined;
    const shown = this.hasAttribute('full') ? [...figure.params.keys()] : figure.demo.controls;
    const controls = controlNames(figure).filter((name) => !figure.params.has(name) || shown.includes(name));
    const link = (hidden: readonly string[]) => this.link(hidden);
    return { name: this.getAttribute('name') ?? '', figure, drawing, controls, link };
  }
  /** Opens the sheet about the figure. */
  explain(): void {
    const { subject } = this;
    if (!subject) return;
    import('./about/sheet.ts').then(
      ({ openSheet }) => openSheet(subject),
      (error: unknown) => this.#complain(messageOf(error)),
    );
  }

  /** Goes to the state that the page's address gives the figure, and names what is wrong with it. */
  #follow(text: string | undefined, figure: Figure): void {
    if (text === undefined) return;
    const { state, hidden, complaints } = readState(`link: figure "${this.dataset.figure}"`, figure, text);
    figure.restore(state);
    this.#at = state.tick;
    this.dataset.hide = hidden.join(' ');
    this.#misread = complaints.join('; ');
  }

  /** Names of the controls that this element does without. */
  #hidden(): string[] {
    return (this.dataset.hide ?? '').split(/\s+/).filter((name) => name !== '');
  }

  #where(): string {
    return `live-demo "${this.getAttribute('name')}"`;
  }

  async #mount(figure: Figure): Promise<void> {
    if (typeof WebAssembly === 'undefined') throw new Error('this browser does not run WebAssembly');
    const { default: view } = await figure.demo.view();
    if (this.#figure !== figure || this.#face) return;
    const background = this.hasAttribute('background');
    const options = { full: this.hasAttribute('full'), hidden: this.#hidden(), background };
    this.#face = createFace(this, figure, view, options, (error) => this.#break(error));
    this.setAttribute('role', 'group');
    if (background) this.setAttribute('aria-hidden', 'true');
    if (!this.hasAttribute('aria-label')) this.setAttribute('aria-label', figure.demo.claim);
    this.#face.paint();
  }

  /** Lets go of the figure, which stays as it is, without its workers unless somebody else shows it. */
  #release(): void {
    const figure = this.#figure;
    if (!figure) return;
    this.active = false;
    this.#face?.destroy();
    this.#face = this.#figure = undefined;
    retire(figure);
  }

  /** A figure that cannot be shown leaves its place to the reason, and to what would be seen. */
  #break(error: unknown): void {
    const alt = this.#figure?.demo.alt;
    this.#release();
    this.#complain(`${messageOf(error)}. ${alt}`);
  }

  /** What goes wrong is said in the figure's place; everything else on the page goes on. */
  #attempt(action: () => void): void {
    try {
      action();
      this.#complain(this.#misread);
    } catch (error) {
      this.#complain(messageOf(error));
    }
  }

  #complain(text: string): void {
    const known = this.querySelector(':scope > .failure');
    if ((known?.firstChild?.textContent ?? '') === text) return;
    known?.remove();
    if (!this.#face) this.classList.toggle('failed', text !== '');
    if (text === '') return;
    const forgive = () => {
      this.#misread = '';
    };
    this.append(text === this.#misread ? closableMessage('failure', text, forgive) : message('failure', text));
  }
}

customElements.define('live-demo', LiveDemo);
