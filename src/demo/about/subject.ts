import type { Figure } from '../figure.ts';
import type { Link } from '../link.ts';

/** The figure that somebody asks about, and what the page knows of it. */
export interface Subject {
  /** Id of the demo. */
  readonly name: string;
  readonly figure: Figure;
  /** The element that shows the figure. */
  readonly drawing: HTMLElement;
  /** Controls that a link can leave out. */
  readonly controls: readonly string[];
  /** A link to the figure as it is now, without the controls `hidden`. */
  link(hidden: readonly string[]): Link;
}
