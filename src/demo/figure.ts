/**
 * A figure at run time: its numbers, its clock and its runs. It lives outside the DOM, so an element may be cloned,
 * moved or replaced and find its figure as it was. Its runs are computed by this window (`local-figure.ts`) or by
 * another one that this window mirrors (`src/mirror/`).
 */
import type { Values } from '../kernel/manifest.ts';
import type { ParamTable } from '../params/spec.ts';
import type { Store } from '../params/store.ts';
import type { Demo } from './definition.ts';
import type { FigureState } from './history.ts';
import type { Runs } from './view.ts';

export interface Figure {
  readonly demo: Demo;
  readonly params: ParamTable;
  /** Every number of `params`, and `seed`. */
  readonly store: Store;
  /** The numbers as the figure was placed, before anybody moved one. */
  readonly initial: Values;
  readonly runs: Runs;
  /** The tick that all runs have completed. */
  readonly tick: number;
  readonly playing: boolean;
  /** The figure has come to the tick where it rests, or is on its way there without playing. */
  readonly resting: boolean;
  /** Somebody has set the figure going, or to a state: it does not start by itself any more. */
  readonly begun: boolean;
  /** What went wrong, naming kernel, step and parameter; empty while all is well. */
  readonly failure: string;
  speed: number;
  play(): void;
  pause(): void;
  /** Pauses and takes one tick more. */
  step(): void;
  /** Back to tick 0 with the same numbers; goes on playing if it played. */
  reset(): void;
  /** Numbers that the visible fragments set; those that no longer do fall back to where they began. */
  fold(numbers: Values): void;
  /** What determines everything that the figure shows: `restore` in another window shows the same, to the last bit. */
  state(): FigureState;
  /** Runs to that state and rests there; the fragments that are visible have had their say. */
  restore(state: FigureState): void;
  /** Runs to `tick`, however long that takes; resolves when it is there, has failed or was sent elsewhere. */
  seek(tick: number): Promise<void>;
  /** Once per animation frame while active: moves the clock by `elapsed` milliseconds and pulls. */
  frame(elapsed: number): void;
  /** Frees the workers; the numbers and the pictures stay. */
  park(): void;
  /** Takes up a kernel that was compiled again. */
  reload(kernel: string): void;
  /** Hears of every change that a view or a control could show. */
  subscribe(listener: () => void): () => void;
}
