/**
 * Averages of two times, t_w and t_w + t, kept while a system moves: at each waiting time t_w its state is kept, and at
 * each lag t after that it is compared with what was kept. Both are counted in steps, both grow geometrically:
 *
 *   a₀ = first,   a_{k+1} = max(a_k + 1, round(a_k · ratio))                                    (1)
 *
 * so that decades cost alike and no number comes twice. What a state is, and what a comparison measures, is said by the
 * subclass.
 */
export abstract class WaitingTimes {
  private readonly next: StaticArray<i32>; // [waits] index of the lag that comes next

  constructor(
    readonly waits: StaticArray<i32>, // [waits] t_w in steps, ascending
    readonly lags: StaticArray<i32>, // [lags] t in steps, ascending
  ) {
    this.next = new StaticArray<i32>(waits.length);
  }

  /** The state of this step is that of waiting time w. */
  abstract keep(w: i32): void;

  /** This step is lag l after waiting time w. */
  abstract compare(w: i32, l: i32): void;

  /** To be called once for each step, in order, the start (step 0) included. */
  visit(step: i32): void {
    for (let w = 0, n = this.waits.length; w < n && this.waits[w] <= step; ++w) {
      const lag = step - this.waits[w];
      const l = this.next[w];
      if (lag == 0) this.keep(w);
      if (l == this.lags.length || this.lags[l] != lag) continue;
      this.compare(w, l);
      this.next[w] = l + 1;
    }
  }

  /** The next step to be visited is the start again. */
  restart(): void {
    for (let w = 0, n = this.next.length; w < n; ++w) this.next[w] = 0;
  }
}

/** The first `count` numbers of (1), for first ≥ 1 and ratio ≥ 1. */
export function geometricSteps(first: i32, ratio: f64, count: i32): StaticArray<i32> {
  const out = new StaticArray<i32>(count);
  for (let k = 0, a = first; k < count; ++k) {
    out[k] = a;
    a = max(a + 1, <i32>Math.round(<f64>a * ratio));
  }
  return out;
}
