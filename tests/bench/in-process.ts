/** A racer in this process: WebAssembly, or JavaScript. */
import type { Racer } from './race.ts';

/** What every racer does, in whatever language. */
export interface Work {
  /** Back to the start; takes no part in the time. */
  restart?(): void;
  call(): void;
  result(): ArrayLike<number>;
}

/** @param checked calls from the start after which the results are compared. */
export function inProcess(work: Work, checked = 1): Racer {
  work.restart?.();
  for (let k = 0; k < checked; ++k) work.call();
  return {
    result: Float64Array.from(work.result()),
    time(calls) {
      work.restart?.();
      work.call();
      const start = performance.now();
      for (let k = 0; k < calls; ++k) work.call();
      return performance.now() - start;
    },
    close() {},
  };
}
