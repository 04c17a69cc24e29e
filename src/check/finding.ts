/** One thing that an audience would see, and should not. */
export interface Finding {
  /** Line of `talk.md` from which the element comes; 0 where the page does not know. */
  readonly line: number;
  /** Of several findings of one kind on a line, the worst says enough. */
  readonly kind: string;
  /** How bad it is, px; 0 where that has no measure. */
  readonly px: number;
  readonly what: string;
  /** What was measured and what was wanted. */
  readonly detail: string;
}
