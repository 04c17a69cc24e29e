/**
 * What the speaker's pane and the window of the audience say to each other. The audience's window computes; the pane asks
 * for what is new on a figure, is answered when there is something new, and passes on what the speaker does.
 */

import type { FigureState } from '../demo/history.ts';
import type { FieldArray } from '../kernel/instance.ts';
import type { Values } from '../kernel/manifest.ts';

/** The first message, with a port for all others. */
export const hello = 'glassdeck:mirror';

/** What the pane has of a run. */
export interface Known {
  /** Count of the picture, -1 for none. */
  readonly picture: number;
  /** Step of its newest row. */
  readonly step: number;
}

export type ToAudience =
  | {
      readonly type: 'ask';
      readonly figure: string;
      /** Of the last answer, -1 before the first. */
      readonly version: number;
      readonly runs: Readonly<Record<string, Known>>;
    }
  | { readonly type: 'set'; readonly figure: string; readonly numbers: Values; readonly count: number }
  | { readonly type: 'speed'; readonly figure: string; readonly speed: number }
  | { readonly type: 'do'; readonly figure: string; readonly action: 'play' | 'pause' | 'step' | 'reset' }
  /** A key of the deck, by its code. */
  | { readonly type: 'key'; readonly keyCode: number }
  /** The speaker went to another slide by other ways than keys: indices of reveal.js. */
  | { readonly type: 'go'; readonly to: readonly [h: number, v: number, fragment?: number] }
  /** Where the speaker points, as fractions of the slide; nowhere, where silent. */
  | { readonly type: 'point'; readonly at?: readonly [x: number, y: number] };

export interface RunNews {
  readonly picture: number;
  readonly setup: Values;
  readonly values: Values;
  readonly step: number;
  /** [rows, width]: what the pane does not have. */
  readonly rows: Float64Array;
  readonly fields: Readonly<Record<string, FieldArray>>;
}

export interface FigureNews {
  readonly version: number;
  readonly numbers: Values;
  /** How many times the pane had set numbers when these were read. */
  readonly count: number;
  readonly tick: number;
  readonly playing: boolean;
  readonly resting: boolean;
  readonly failure: string;
  readonly speed: number;
  readonly state: FigureState;
  readonly runs: Readonly<Record<string, RunNews>>;
}

export type ToPane =
  | { readonly type: 'welcome' }
  /** The audience's window is about to be loaded anew, or closed. */
  | { readonly type: 'bye' }
  | { readonly type: 'news'; readonly figure: string; readonly news: FigureNews };
